import { z } from 'zod';

/** What a server says went wrong, in whichever of the shapes in use. */
export interface ServerError {
  message: string;
  code: string | null;
  /** The parameter it is about. */
  param: string | null;
  /** The HTTP status the body stands for, since gateways answer 200 first; null when it tells none. */
  status: number | null;
}

const word = z.union([z.string(), z.number()]).nullish().catch(null);
const detail = z.union([z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown())]);
const errorObject = z.object({
  message: z.string().nullish().catch(null),
  code: word,
  type: word,
  param: z.string().nullish().catch(null),
});
const body = z.object({
  error: z.union([z.string(), errorObject]).nullish().catch(null),
  message: z.string().nullish().catch(null),
  detail: detail.nullish().catch(null),
  code: word,
  param: z.string().nullish().catch(null),
});

const words = (value: z.output<typeof detail> | null | undefined) =>
  typeof value === 'string' ? value : value ? JSON.stringify(value) : null;

/**
 * The error in an answer's JSON; null when it holds none. OpenAI nests it under `error`, Gemini wraps that in a list,
 * vLLM gave it at the top, FastAPI calls it `detail`, others have a bare text.
 */
export function readServerError(json: unknown): ServerError | null {
  const parsed = body.safeParse(Array.isArray(json) ? json[0] : json);
  if (!parsed.success) return null;
  const { error, message, detail: told, code, param } = parsed.data;
  const inner = typeof error === 'string' ? { message: error } : (error ?? null);
  const text = inner?.message ?? message ?? words(told);
  if (text === null || text === undefined)
    return inner === null ? null : fromParts('it gives no reason', inner);
  return fromParts(text, inner ?? { code, param });
}

type Parts = Partial<z.output<typeof errorObject>>;

/** Codes in words that stand for a status. */
const wordedStatus: readonly (readonly [RegExp, number])[] = [
  [/rate_?limit/i, 429],
  [/overloaded/i, 529],
  [/server_error|internal_error|unavailable|timeout/i, 503],
];

function statusOf(code: string | number | null | undefined): number | null {
  const status = Number(code);
  if (Number.isInteger(status) && status >= 400 && status < 600) return status;
  return wordedStatus.find(([words]) => words.test(String(code)))?.[1] ?? null;
}

function fromParts(message: string, { code, type, param }: Parts): ServerError {
  const named = code ?? type ?? null;
  return {
    message,
    code: named === null ? null : String(named),
    param: param ?? null,
    status: statusOf(named),
  };
}
