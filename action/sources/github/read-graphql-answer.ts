import { z } from 'zod';
import { type Failure, failureOf } from '../../../calls/failure-of.ts';
import type { FailedAnswer } from '../../../calls/failed-answer.ts';
import { limitWords, retryAtOf } from '../../../calls/rate-limit.ts';
import { ssoAddress } from '../../../calls/sso-address.ts';
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

const words = z.string().catch('');
const graphqlBody = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        type: z.string().optional(),
        code: words.optional(),
        extensions: z.object({ code: words.optional(), saml_failure: z.boolean().optional() }).optional(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        message: z.string().default(''),
      }),
    )
    .optional(),
});
type SentError = NonNullable<z.output<typeof graphqlBody>['errors']>[number];

/** Errors that are an answer: asked again, GitHub says the same. */
const settledTypes = new Set(['NOT_FOUND', 'FORBIDDEN', 'INSUFFICIENT_SCOPES', 'UNPROCESSABLE']);

const isRateLimit = ({ type = '', code = '', extensions, message }: SentError) =>
  [type, code, extensions?.code ?? ''].some((each) => /rate_?limit/i.test(each)) ||
  (!settledTypes.has(type) && limitWords.test(message));

/**
 * Errors that may be gone on the next try, with less asked for: GitHub had no time or no room for a field, under
 * whatever name it has for that. An error without a place is about the query itself, unless it says otherwise.
 */
const isTransient = ({ type, path, message }: SentError) =>
  !settledTypes.has(type ?? '') &&
  (path !== undefined ||
    ['INTERNAL', 'SERVICE_UNAVAILABLE', 'TIMEOUT', 'LOADING', 'RESOURCE_LIMITS_EXCEEDED'].includes(
      type ?? '',
    ) ||
    /something went wrong|timed? ?out|try again|unavailable|resource limits/i.test(message));

const holder = z.object({ repository: z.unknown() });

/** Why the data cannot be used, and whether asking again may help; null for data that can be used. */
function lackOf(data: unknown, errors: readonly SentError[]): { why: string; mayPass: boolean } | null {
  const why = errors.map(({ message }) => shown(message)).join('; ');
  if (data === undefined || data === null)
    return { why: why || 'it holds no data', mayPass: errors.every(isTransient) };
  const isAnswered = errors.some(
    ({ type, path }) => settledTypes.has(type ?? '') && path?.[0] === 'repository',
  );
  if (holder.safeParse(data).data?.repository !== null || isAnswered) return null;
  return { why: why || 'it holds no repository, and no reason', mayPass: true };
}

const shown = (message: string) => visibleText(message).slice(0, 300);

const refusesSso = ({ extensions, path }: SentError) =>
  extensions?.saml_failure === true && path?.join('.') === 'repository';

/**
 * Data of an answer, and the errors beside it.
 * @param what names the query, for messages
 * @param repository owner/name, for messages
 * @param isLastTry takes data with transient errors beside it as they are
 * @throws GraphqlFailure for a rate limit or what may pass; ZenPulseError `github_bad_answer` without data that can be
 *   used, `github_sso_required`
 */
export function readGraphqlAnswer(
  answer: { data: unknown; headers: FailedAnswer['headers'] },
  { what, repository, isLastTry, now }: { what: string; repository: string; isLastTry: boolean; now: Date },
): { data: unknown; errors: GraphqlError[] } {
  const body = graphqlBody.safeParse(answer.data);
  if (!body.success) {
    throw new ZenPulseError('github_bad_answer', { what, why: 'it is not the JSON of a GraphQL answer' });
  }
  const { data, errors = [] } = body.data;
  if (errors.some(isRateLimit)) throw new GraphqlFailure({ kind: 'rate', retryAt: retryAtOf(answer, now) });
  if (errors.some(refusesSso))
    throw new ZenPulseError('github_sso_required', { repository, url: ssoAddress(answer.headers) });
  const lack = lackOf(data, errors);
  const transient = errors.find(isTransient);
  // What stays without a word of why is no failure of the server's, but an answer nobody can use.
  const isMute = errors.length === 0 && isLastTry;
  if (lack ? lack.mayPass && !isMute : transient && !isLastTry) {
    const why = transient ? shown(transient.message) : lack?.why;
    throw new GraphqlFailure({ kind: 'transient', what: `${what}: ${why}` });
  }
  if (lack) throw new ZenPulseError('github_bad_answer', { what, why: lack.why });
  return {
    data,
    errors: errors.map(({ type, path, message }) => ({
      type: type ?? null,
      path: (path ?? []).join('.'),
      message: shown(message),
    })),
  };
}

/** `failureOf` that also knows failures with status 200. */
export const graphqlFailureOf: typeof failureOf = (thrown, asked, now) =>
  thrown instanceof GraphqlFailure ? thrown.failure : failureOf(thrown, asked, now);
