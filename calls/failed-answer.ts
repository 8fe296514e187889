import { z } from 'zod';
import { visibleText } from '../contract/reading/visible-text.ts';

/** An answer of GitHub's as far as a failure is told by it. */
export interface FailedAnswer {
  status: number;
  headers: Readonly<Record<string, string | number | undefined>>;
  /** GitHub's own words, made one line that can be shown. */
  message: string;
}

const requestError = z.object({
  status: z.number(),
  message: z.string(),
  response: z.object({
    headers: z.record(z.string(), z.union([z.string(), z.number()]).optional()),
    data: z.unknown(),
  }),
});

const ownWords = z.object({
  message: z.string(),
  // What is wrong with each field; of some errors a list of codes.
  errors: z.array(z.object({ message: z.string() })).catch([]),
});

/** Untrusted words as one line. Pages of a gateway are no message. */
export const shownWords = (words: string): string =>
  /^\s*</.test(words) ? 'a page of HTML' : visibleText(words).slice(0, 300);

/** The answer an error of Octokit stands for; null when none came, or none that ended. */
export function failedAnswer(thrown: unknown): FailedAnswer | null {
  const parsed = requestError.safeParse(thrown);
  if (!parsed.success) return null;
  const { status, message, response } = parsed.data;
  const own = ownWords.safeParse(response.data).data;
  const words = own ? [own.message, ...own.errors.map((error) => error.message)].join('; ') : message;
  return { status, headers: response.headers, message: shownWords(words) };
}
