import { splitTrailingNumber } from '../../../contract/reading/trailing-number.ts';
import type { RevertHint } from '../source.ts';
import { isMarkedBreaking } from './breaking-mark.ts';
import { type NamedPull, namedPulls } from './named-pulls.ts';
import { revertHint } from './revert-hint.ts';

/** What a repository's messages are read against. */
export interface MessageContext {
  /** `owner/name` the repository goes by, one or more; none: not known, so every name counts as its own. */
  names: readonly string[];
  /** Lines of its pull request templates, see `templateLines`. */
  template: ReadonlySet<string>;
}

/** What a commit message says. Every text is untrusted. */
export interface MessageFacts {
  /** The first line. */
  subject: string;
  /** The title: of the pull request where the message holds it, else the subject. */
  title: string;
  /** True when a merge has no title in its body, so `title` is its bare subject. */
  isUntitledMerge: boolean;
  /** Pull requests of this repository it names, the one whose title `title` is first. */
  pulls: readonly NamedPull[];
  /** Pull requests it names; more than `pulls` where not all were read. */
  namedTotal: number;
  /** Commits it was cherry-picked from, the first one first: SHAs, in full or shortened. */
  pickedFrom: readonly string[];
  reverts: RevertHint | null;
  isBreaking: boolean;
  /** The branch whose remote state this merges into a local copy of it (a `git pull`); null otherwise. */
  pulledBranch: string | null;
}

const pullMerge =
  /^Merge (?:remote-tracking branch '(?:[^'/]+\/)?(?<remote>[^']+)'|branch '(?<branch>[^']+)' of \S+)(?: into \S+)?$/;
const picked =
  /^[([](?:cherry[- ]picked|backported) from (?:commit )?(?:https?:\/\/\S+\/commit\/)?([0-9a-f]{7,64})[)\]]\.?$/i;

const none: readonly never[] = [];

function pickedCommits(body: string): readonly string[] {
  if (!/picked from|backported from/i.test(body)) return none;
  return body.split('\n').flatMap((line) => picked.exec(line.trim())?.[1]?.toLowerCase() ?? []);
}

/** Lets `owner/name` pass that the repository goes by; GitHub's names have no case. */
const ownNames =
  ({ names }: MessageContext) =>
  (repository: string): boolean =>
    names.length === 0 || names.some((name) => name.toLowerCase() === repository.toLowerCase());

/** @param message a whole commit message */
export function describeMessage(message: string, context: MessageContext): MessageFacts {
  const [rawSubject = '', ...rest] = message.trim().split('\n');
  const subject = rawSubject.trim();
  const body = rest.join('\n').trim();
  const isOwn = ownNames(context);
  const { pulls, total } = namedPulls(subject, body, isOwn);
  const [pull] = pulls;
  const isMerge = pull?.form === 'merge';
  const bodyTitle = isMerge ? (pull.title ?? (body.split('\n', 1)[0] ?? '').trim()) : '';
  const title = bodyTitle || (pull?.form === 'squash' ? splitTrailingNumber(subject).title : subject);
  const below = isMerge && pull.title === null ? body.split('\n').slice(1).join('\n') : body;
  const pulled = pullMerge.exec(subject)?.groups;
  return {
    subject,
    title,
    isUntitledMerge: isMerge && bodyTitle === '',
    pulls,
    namedTotal: total,
    pickedFrom: pickedCommits(body),
    reverts: revertHint(title, below, isOwn),
    isBreaking: isMarkedBreaking(title, body, context.template),
    pulledBranch: pulled?.['remote'] ?? pulled?.['branch'] ?? null,
  };
}
