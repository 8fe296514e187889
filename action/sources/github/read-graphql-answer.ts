import { z } from 'zod';
import { type Failure, failureOf } from '../../../calls/failure-of.ts';
import type { FailedAnswer } from '../../../calls/failed-answer.ts';
import { retryAtOf } from '../../../calls/rate-limit.ts';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';

/** An error GitHub sent beside the data. */
export interface GraphqlError {
  type: string | null;
  path: string;
  message: string;
}

/** A failure told by an answer with status 200. */
export class GraphqlFailure extends Error {
  override readonly name = 'GraphqlFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super('GitHub answered 200 with a failure');
    this.failure = failure;
  }
}

const graphqlBody = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        type: z.string().optional(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        message: z.string().default(''),
      }),
    )
    .optional(),
});

/** Errors that may be gone on the next try: GitHub gives them no type, or says that it ran out of time. */
const isTransient = ({ type, message }: GraphqlError) =>
  (type === null && /something went wrong|timed? ?out|try again|unavailable/i.test(message)) ||
  ['INTERNAL', 'SERVICE_UNAVAILABLE', 'TIMEOUT', 'LOADING'].includes(type ?? '');

/**
 * Data of an answer, and the errors beside it.
 * @param what names the query, for messages
 * @param isLastTry takes data with transient errors beside it as they are
 * @throws GraphqlFailure for a rate limit or errors that may pass; ZenPulseError `github_bad_answer` without data
 */
export function readGraphqlAnswer(
  answer: { data: unknown; headers: FailedAnswer['headers'] },
  { what, isLastTry, now }: { what: string; isLastTry: boolean; now: Date },
): { data: unknown; errors: GraphqlError[] } {
  const body = graphqlBody.safeParse(answer.data);
  if (!body.success) {
    throw new ZenPulseError('github_bad_answer', { what, why: 'it is not the JSON of a GraphQL answer' });
  }
  const { data } = body.data;
  const errors = (body.data.errors ?? []).map(({ type, path, message }) => ({
    type: type ?? null,
    path: (path ?? []).join('.'),
    message: visibleText(message).slice(0, 300),
  }));
  if (errors.some(({ type }) => type === 'RATE_LIMITED'))
    throw new GraphqlFailure({ kind: 'rate', retryAt: retryAtOf(answer, now) });
  const hasData = data !== undefined && data !== null;
  const transient = errors.find(isTransient);
  if (transient && !(isLastTry && hasData))
    throw new GraphqlFailure({ kind: 'transient', what: `${what}: ${transient.message}` });
  if (!hasData) {
    const why = errors.map(({ message }) => message).join('; ') || 'it holds no data';
    throw new ZenPulseError('github_bad_answer', { what, why });
  }
  return { data, errors };
}

/** `failureOf` that also knows failures with status 200. */
export const graphqlFailureOf: typeof failureOf = (thrown, asked, now) =>
  thrown instanceof GraphqlFailure ? thrown.failure : failureOf(thrown, asked, now);
