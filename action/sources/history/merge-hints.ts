import type { RevertHint } from '../source.ts';

/** What several messages of one revert say together, the first having the first word; null when none says any. */
export function mergeHints(hints: readonly (RevertHint | null)[]): RevertHint | null {
  const known = hints.filter((hint) => hint !== null);
  if (known.length === 0) return null;
  const first = <Field extends keyof RevertHint>(field: Field) =>
    known.map((hint) => hint[field]).find((value) => value !== null) ?? null;
  return { commit: first('commit'), number: first('number'), title: first('title') };
}
