import { conventionalTitle } from '../../../contract/reading/conventional-title.ts';
import { revertTitle } from '../../../contract/reading/revert-title.ts';
import { splitTrailingNumber } from '../../../contract/reading/trailing-number.ts';
import type { RevertHint } from '../source.ts';

/** How a commit message names its pull request. */
export type PullForm = 'merge' | 'squash' | 'trailer';

/** What a commit message says of pull requests. */
export interface MessageFacts {
  /** The title: of the pull request where the message holds it, else the commit's subject. */
  title: string;
  /** True when a merge commit of GitHub's has no title in its body, so `title` is its bare subject. */
  isUntitledMerge: boolean;
  pull: { number: number; form: PullForm } | null;
  reverts: RevertHint | null;
  isBreaking: boolean;
  /** The branch whose remote state this merges into a local copy of it (a `git pull`); null otherwise. */
  pulledBranch: string | null;
}

const githubMerge = /^Merge pull request #([1-9]\d{0,9}) from \S+/;
const borsMerge = /^(?:Auto merge of|Merge) #([1-9]\d{0,9})(?: - |:|$)/;
const trailer = /^(?:PR-URL|Pull-Request|Reviewed-in):\s*(?:https?:\/\/\S+\/pull\/|#)([1-9]\d{0,9})\s*$/im;
const breakingFooter = /^BREAKING[ -]CHANGE:\s/m;
const pullMerge =
  /^Merge (?:remote-tracking branch '(?:[^'/]+\/)?(?<remote>[^']+)'|branch '(?<branch>[^']+)' of \S+)(?: into \S+)?$/;
const revertedCommit = /This reverts (?:merge )?commit ([0-9a-f]{40}|[0-9a-f]{64})\b/;
const revertedPull = /^Reverts (?:[\w.-]+\/[\w.-]+)?#([1-9]\d{0,9})\s*$/m;

function revertHint(title: string, body: string): RevertHint | null {
  const named = revertTitle(title);
  if (!named) return null;
  const number = named.number ?? Number(revertedPull.exec(body)?.[1] ?? 0);
  return {
    commit: revertedCommit.exec(body)?.[1] ?? null,
    number: number || null,
    title: named.action === 'reapply' ? `Revert "${named.subject}"` : named.subject,
  };
}

function pullOf(subject: string, body: string): MessageFacts['pull'] {
  const merge = githubMerge.exec(subject) ?? borsMerge.exec(subject);
  if (merge) return { number: Number(merge[1]), form: 'merge' };
  const squashed = splitTrailingNumber(subject).number;
  if (squashed !== null) return { number: squashed, form: 'squash' };
  const trailed = trailer.exec(body);
  return trailed ? { number: Number(trailed[1]), form: 'trailer' } : null;
}

/**
 * Reads GitHub's merge and squash subjects, bors' merges, and the trailers projects add when they rebase.
 * @param message a whole commit message
 */
export function describeMessage(message: string): MessageFacts {
  const [rawSubject = '', ...rest] = message.trim().split('\n');
  const subject = rawSubject.trim();
  const body = rest.join('\n').trim();
  const pull = pullOf(subject, body);
  const bodyTitle = pull?.form === 'merge' ? (body.split('\n', 1)[0] ?? '').trim() : '';
  const title = bodyTitle || (pull?.form === 'squash' ? splitTrailingNumber(subject).title : subject);
  const pulled = pullMerge.exec(subject)?.groups;
  return {
    title,
    isUntitledMerge: pull?.form === 'merge' && bodyTitle === '',
    pull,
    reverts: revertHint(title, body),
    isBreaking: breakingFooter.test(body) || conventionalTitle(title)?.kind === 'breaking',
    pulledBranch: pulled?.['remote'] ?? pulled?.['branch'] ?? null,
  };
}
