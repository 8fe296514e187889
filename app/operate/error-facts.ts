/** What the log tells of an error. */
export interface ErrorFacts {
  type: string;
  message: string;
  /** Of the catalogue, the system or the database. */
  code?: string;
  stack?: string;
  cause?: ErrorFacts;
}

/** Causes of causes that are told. */
const depth = 4;

/**
 * Of an error its name, code, words and place. Nothing else that hangs on it is told: a webhook's error carries its
 * whole payload, a request's its headers.
 */
export function errorFacts(thrown: unknown, left = depth): ErrorFacts {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: String(thrown) };
  const { name, message, stack } = thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  const first = thrown instanceof AggregateError ? thrown.errors[0] : undefined;
  const cause: unknown = thrown.cause ?? first;
  return {
    type: name,
    message,
    ...(code !== undefined && { code }),
    ...(stack !== undefined && { stack }),
    ...(cause !== undefined && left > 0 && { cause: errorFacts(cause, left - 1) }),
  };
}
