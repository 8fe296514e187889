import type { ChangeKind } from '../../contract/manifest.ts';
import { conventionalTitle } from '../../contract/reading/conventional-title.ts';
import { foldedText } from '../../contract/reading/folded-text.ts';
import { revertTitle, unwrapReverts } from '../../contract/reading/revert-title.ts';
import { seenText } from '../../contract/reading/visible-text.ts';

const kindOfLabel: readonly (readonly [RegExp, ChangeKind])[] = [
  [/\b(?:breaking|semver[-:/ ]?major)\b/i, 'breaking'],
  [/\b(?:enhancement|feature)s?\b/i, 'feature'],
  [/\b(?:bug(?:fix)?|fix|regression|security)\b/i, 'fix'],
  [/\b(?:performance|perf)\b/i, 'performance'],
  [/\b(?:documentation|docs)\b/i, 'docs'],
  [
    /\b(?:dependenc(?:y|ies)|deps|chore|ci|build|refactor(?:ing)?|maintenance|tests?|internal)\b/i,
    'maintenance',
  ],
];

const kindOfFirstWord: readonly (readonly [RegExp, ChangeKind])[] = [
  [/^(?:add|allow|enable|implement|introduce|support)(?:s|ed)?\b/i, 'feature'],
  [/^(?:fix|correct|resolve|prevent|repair|handle|avoid)(?:es|s|ed)?\b/i, 'fix'],
  [/^(?:speed up|optimi[sz]e|cache)\b/i, 'performance'],
  [/^(?:document|clarify|docs)\b/i, 'docs'],
  [
    /^(?:bump|upgrade|update (?:dependency|module|all|the )?.*\bto v?\d|pin|refactor|clean|lint|format|release)\b/i,
    'maintenance',
  ],
];

const docsPath = /^docs?\/|\.(?:md|mdx|rst|adoc)$|(?:^|\/)(?:LICENSE|CODEOWNERS)[^/]*$/;
const maintenancePath =
  /^\.(?:github|circleci)\/|(?:^|\/)(?:tests?|__tests__|spec)\/|\.(?:test|spec)\.[^/]+$|\.lock$|(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml|go\.sum|\.gitignore|\.editorconfig)$/;

const first = (rules: readonly (readonly [RegExp, ChangeKind])[], text: string) =>
  rules.find(([pattern]) => pattern.test(text))?.[1];

const kindOf = (label: string) => first(kindOfLabel, foldedText(label));

function kindOfPaths(paths: readonly string[]): ChangeKind | undefined {
  if (paths.length === 0) return undefined;
  if (paths.every((path) => docsPath.test(path))) return 'docs';
  return paths.every((path) => maintenancePath.test(path) || docsPath.test(path)) ? 'maintenance' : undefined;
}

/** What is known of a change when its kind is told. */
export interface KindFacts {
  title: string;
  labels: readonly string[];
  paths: readonly string[];
  isBreaking: boolean;
  /** True when it takes something back, whatever its title says. */
  isRevert: boolean;
}

/** True when neither the title nor the labels settle the kind, so that changed paths are worth reading. */
export const kindNeedsPaths = ({ title, labels }: Pick<KindFacts, 'title' | 'labels'>): boolean =>
  !conventionalTitle(title) && !revertTitle(title) && !labels.some(kindOf);

/** The kind of a change: breaking marks first, then the conventional title, labels, paths, the first word. */
export function changeKind({ title, labels, paths, isBreaking, isRevert }: KindFacts): ChangeKind {
  const { subject, state } = unwrapReverts(seenText(title));
  if (state === 'reverted' || (state === 'plain' && isRevert)) return 'reverted';
  const conventional = conventionalTitle(subject);
  const labelled = labels.map(kindOf).filter((kind) => kind !== undefined);
  if (isBreaking || conventional?.kind === 'breaking' || labelled.includes('breaking')) return 'breaking';
  return (
    conventional?.kind ?? labelled[0] ?? kindOfPaths(paths) ?? first(kindOfFirstWord, subject) ?? 'other'
  );
}
