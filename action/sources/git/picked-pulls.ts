import { describeMessage, type MessageContext } from '../history/describe-message.ts';
import type { NamedPull } from '../history/named-pulls.ts';
import { inParallel } from '../in-parallel.ts';
import type { Commit } from './read-commits.ts';
import type { Git } from './run-git.ts';

/** Most originals that are looked for. Cherry-picks of further ones stay direct pushes. */
const mostOriginals = 200;

/** A pick may have been picked itself; longer chains are not followed. */
const longestChain = 5;

/** Merges held against an original, oldest first; the one that brought it is among the first that name a pull request. */
const mostMerges = 50;

interface Told {
  number: number;
  title: string;
}

/** The whole SHA of a commit that the clone holds; null for what it does not hold. */
async function heldCommit(git: Git, sha: string): Promise<string | null> {
  const line = await git.text(['cat-file', '--batch-check=%(objecttype) %(objectname)'], `${sha}\n`);
  const [type, name] = line.trim().split(' ');
  return type === 'commit' && name ? name : null;
}

const isReachable = async (git: Git, sha: string, from: string) =>
  (await git.text(['rev-list', '--count', '--max-count=1', sha, `^${from}`])).trim() === '0';

/** The pull request whose merge brought a commit to whichever branch it is on; null when none did. */
async function mergedWith(git: Git, messages: MessageContext, sha: string): Promise<Told | null> {
  const args = [
    'log',
    '--all',
    '--merges',
    '--ancestry-path',
    '--topo-order',
    '--reverse',
    '--format=%H%x00%B%x00',
  ];
  let merge = '';
  let looked = 0;
  for await (const field of git.fields([...args, `^${sha}`])) {
    if (merge === '') {
      merge = field.trimStart();
      continue;
    }
    const { pulls, title } = describeMessage(field, messages);
    const [pull] = pulls;
    if (pull?.form === 'merge') {
      // Of a merge of several this does not tell which of them it was.
      if (!(await isReachable(git, sha, `${merge}^1`)))
        return pulls.length > 1 ? null : { number: pull.number, title };
      looked += 1;
      if (looked === mostMerges) return null;
    }
    merge = '';
  }
  return null;
}

/** The pull request a commit came by: named by itself, by what it was picked from, or by the merge that brought it. */
async function pullOfCommit(git: Git, messages: MessageContext, first: string): Promise<Told | null> {
  let named = first;
  for (let step = 0; step < longestChain; step += 1) {
    const sha = await heldCommit(git, named);
    if (sha === null) return null;
    const message = await git.text(['log', '-1', '--no-notes', '--format=%B', sha]);
    const { pulls, title, pickedFrom } = describeMessage(message, messages);
    const [pull] = pulls;
    if (pull) return pulls.length > 1 ? null : { number: pull.number, title };
    const [original] = pickedFrom;
    if (original === undefined) return mergedWith(git, messages, sha);
    named = original;
  }
  return null;
}

const pickedForm = ({ number, title }: Told): NamedPull => ({
  number,
  form: 'trailer',
  title,
  author: null,
  isByBot: false,
});

/**
 * Commits with the pull requests that `(cherry picked from commit …)` leads to, where they name none themselves. What
 * the clone does not hold, as after a branch was deleted, leads nowhere.
 */
export async function withPickedPulls(
  git: Git,
  messages: MessageContext,
  commits: readonly Commit[],
): Promise<readonly Commit[]> {
  const isPick = ({ facts }: Commit) => facts.pulls.length === 0 && facts.pickedFrom.length > 0;
  const originals = [
    ...new Set(commits.filter(isPick).map(({ facts }) => facts.pickedFrom[0] as string)),
  ].slice(0, mostOriginals);
  if (originals.length === 0) return commits;
  // Each may walk all merges of the clone.
  const found = await inParallel(originals, (sha) => pullOfCommit(git, messages, sha));
  const told = new Map(originals.map((sha, at) => [sha, found[at]]));
  return commits.map((commit) => {
    const pull = isPick(commit) ? told.get(commit.facts.pickedFrom[0] ?? '') : null;
    return pull ? { ...commit, facts: { ...commit.facts, pulls: [pickedForm(pull)] } } : commit;
  });
}
