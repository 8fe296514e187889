import type { ErrorKind } from '../exit-codes.ts';
import { formatProblem, type Problem } from '../problems.ts';

/** An error a user can meet: what failed and why, and the next step, from its data. */
export interface Entry<Data> {
  kind: ErrorKind;
  message: (data: Data) => string;
  nextStep: (data: Data) => string;
}

/** Keeps an entry's type of data. */
export const entry = <Data>(value: Entry<Data>) => value;

export const list = (names: readonly string[], none: string) =>
  names.length === 0 ? none : names.join(', ');

/** Problems, each on a line of its own. */
export const lines = (problems: readonly Problem[]) =>
  problems.map((each) => `\n  - ${formatProblem(each)}`).join('');
