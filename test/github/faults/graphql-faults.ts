import { jsonAnswer } from '../http/answer.ts';
import type { Fault } from './fault.ts';

export interface GraphQLErrorOptions {
  /** GitHub's own errors have one; those of a timeout have none. */
  type?: string;
  message?: string;
  /** Where it happened: the value there is null in the data. Without a path there is no data at all. */
  path?: readonly (string | number)[];
}

const somethingWentWrong =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. ' +
  'Please include `0000:1111:2222` when reporting this issue.';

/** G10. Status 200 with `errors`, beside data that lacks the part at `path`. Default: GitHub ran out of time. */
export function graphqlErrors({ type, message = somethingWentWrong, path }: GraphQLErrorOptions = {}): Fault {
  const error = {
    ...(type === undefined ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    locations: [{ line: 2, column: 3 }],
    message,
  };
  const name = `graphql error ${type ?? 'without type'}`;
  if (path === undefined) return { name, instead: () => jsonAnswer(200, { data: null, errors: [error] }) };
  return {
    name,
    change: (answer) => {
      const { data, errors = [] } = JSON.parse(answer.body) as { data?: unknown; errors?: unknown[] };
      const body = { data: withNullAt(data, path), errors: [...errors, error] };
      return { ...answer, body: JSON.stringify(body) };
    },
  };
}

function withNullAt(value: unknown, [step, ...rest]: readonly (string | number)[]): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return null;
  const inner: unknown = Reflect.get(value, step);
  const changed = withNullAt(inner, rest);
  return Array.isArray(value) ? value.with(Number(step), changed) : { ...value, [step]: changed };
}
