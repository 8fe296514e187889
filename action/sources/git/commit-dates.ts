import type { Git } from './run-git.ts';

/** 9999-12-31T23:59:59Z: the last second whose year has the four digits that the contract and its readers take. */
const lastSecond = 253_402_300_799;

/** Stands where nothing before a commit has a date either. */
const unknownDate = '1970-01-01T00:00:00Z';

/** An instant of git's seconds; null for what broken clocks and converters leave: nothing, a sign, a year 3,170,843. */
export function instantOf(seconds: string): string | null {
  const value = /^\d{1,12}$/.test(seconds) ? Number(seconds) : Number.POSITIVE_INFINITY;
  return value > lastSecond ? null : new Date(value * 1000).toISOString().replace('.000Z', 'Z');
}

/**
 * When a commit was made or, if its own date is none, the nearest before it on its line: it landed no earlier than that.
 */
export async function dateOfCommit(git: Git, commit: string): Promise<string> {
  return instantOf((await git.text(['log', '-1', '--format=%ct', commit])).trim()) ?? dateBefore(git, commit);
}

/** The nearest date before a commit that has none. */
export async function dateBefore(git: Git, commit: string): Promise<string> {
  for await (const seconds of git.fields(['log', '--first-parent', '--format=%ct%x00', commit])) {
    const date = instantOf(seconds.trim());
    if (date !== null) return date;
  }
  return unknownDate;
}
