import type { z } from 'zod';
import { secretInputs } from './action-inputs.ts';

/** One thing wrong with an input: the field's path, what was there, and what is accepted. */
export interface Problem {
  field: string;
  got: string;
  accepts: string;
}

const shownLength = 80;

type Path = readonly PropertyKey[];

/** The path as far as the raw input has it: a list given as one string ends at that string. */
function pathInInput(input: unknown, path: Path): Path {
  let at = input;
  const end = path.findIndex((step) => {
    if (typeof at === 'string') return true;
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined;
    return false;
  });
  return end === -1 ? path : path.slice(0, end);
}

/** The value at a path of the raw input, as short JSON on one line. */
function show(input: unknown, path: Path): string {
  const value = path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined,
    input,
  );
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > shownLength ? `${text.slice(0, shownLength)}… (${text.length} characters)` : text;
}

const joinPath = (path: Path) =>
  path.reduce<string>(
    (joined, step) =>
      typeof step === 'number'
        ? `${joined}[${step}]`
        : joined === ''
          ? String(step)
          : `${joined}.${String(step)}`,
    '',
  );

/**
 * Every issue of a failed parse as a problem a person can act on.
 * @param input the raw value that was parsed, for "got"
 * @param knownFields the accepted names at the top level, listed when an unknown one was given
 */
export function problemsOf(
  error: z.ZodError,
  input: unknown,
  knownFields: readonly string[] = [],
): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      const known = issue.path.length === 0 && knownFields.length > 0 ? `: ${knownFields.join(', ')}` : '';
      return issue.keys.map((key) => ({
        field: joinPath([...issue.path, key]) || '""',
        got: 'an unknown field',
        accepts: `accepts only known fields${known}`,
      }));
    }
    const path = pathInInput(input, issue.path);
    const field = joinPath(path);
    return [
      {
        field: field || '(the whole)',
        got: secretInputs.has(field) ? '(a secret, not shown)' : show(input, path),
        accepts: issue.message,
      },
    ];
  });
}

/** `date_range: got "7 days"; accepts 7d, …` */
export const formatProblem = (problem: Problem) => `${problem.field}: got ${problem.got}; ${problem.accepts}`;
