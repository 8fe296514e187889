import type { ChangeKind } from '../manifest.ts';
import { seenText } from './visible-text.ts';

/** A title in the form of Conventional Commits 1.0: `type(scope)!: subject`. */
export interface ConventionalTitle {
  kind: ChangeKind;
  scope: string | null;
  subject: string;
}

const kindOfType: ReadonlyMap<string, ChangeKind> = new Map([
  ['feat', 'feature'],
  ['feature', 'feature'],
  ['fix', 'fix'],
  ['bugfix', 'fix'],
  ['hotfix', 'fix'],
  ['security', 'fix'],
  ['perf', 'performance'],
  ['docs', 'docs'],
  ['doc', 'docs'],
  ['revert', 'reverted'],
  ['build', 'maintenance'],
  ['chore', 'maintenance'],
  ['ci', 'maintenance'],
  ['deps', 'maintenance'],
  ['refactor', 'maintenance'],
  ['style', 'maintenance'],
  ['test', 'maintenance'],
  ['tests', 'maintenance'],
] as const);

const form = /^(?<type>[a-z]+)(?:\((?<scope>[^()]*)\))?(?<breaking>!)?:\s*(?<subject>\S.*)$/i;

/** Null for a title that is not conventional; a word before a colon counts only when it is a known type. */
export function conventionalTitle(title: string): ConventionalTitle | null {
  const { type = '', scope, breaking, subject = '' } = form.exec(seenText(title))?.groups ?? {};
  const kind = kindOfType.get(type.toLowerCase());
  if (!kind) return null;
  return { kind: breaking ? 'breaking' : kind, scope: scope?.trim() || null, subject };
}
