import fc from 'fast-check';
import { changesOfHistory } from '../../action/sources/git/changes-of-history.ts';
import { describeMessage } from '../../action/sources/history/describe-message.ts';
import type { Commit } from '../../action/sources/git/read-commits.ts';
import type { Source } from '../../action/sources/source.ts';
import { hostileText } from './hostile-text.ts';
import { noDetails } from './no-details.ts';

/** One thing that happens on the main branch. `reverts` is how often what it brought is taken back and forth. */
interface Step {
  how: 'squash' | 'merge' | 'push';
  title: string;
  author: string;
  reverts: number;
}

/** A history as commits, and the truth about it that a report must agree with. */
export interface ArbitraryHistory {
  commits: Commit[];
  /** Numbers of all merged pull requests. */
  merged: Set<number>;
  /** Numbers that remain when reverts have cancelled what they revert. */
  standing: Set<number>;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    how: fc.constantFrom('squash', 'squash', 'merge', 'push'),
    title: hostileText,
    author: fc.oneof(fc.constantFrom('Ada', 'dependabot[bot]'), hostileText),
    reverts: fc.nat({ max: 9 }).map((value) => Math.max(0, value - 6)),
  }),
  { maxLength: 12 },
);

const shaOf = (index: number) => index.toString(16).padStart(40, '0');
const startMs = Date.parse('2026-11-01T00:00:00Z');

function play(story: readonly Step[]): ArbitraryHistory {
  const commits: Commit[] = [];
  const merged = new Set<number>();
  const standing = new Set<number>();
  let tip: string | undefined;
  let nextNumber = 100;

  const add = (message: string, author: string, extraParent?: string): string => {
    const sha = shaOf(commits.length + 1);
    const parents = [tip, extraParent].filter((parent) => parent !== undefined);
    const at = new Date(startMs + commits.length * 60_000).toISOString().replace('.000Z', 'Z');
    commits.push({
      sha,
      parents,
      author: { login: null, name: author },
      at,
      isDated: true,
      facts: describeMessage(message, { names: ['acme/shop'], template: new Set() }),
    });
    return sha;
  };
  const land = (message: string, author: string) => {
    tip = add(message, author);
    return tip;
  };
  const oneLine = (title: string) =>
    title
      .replaceAll('\0', ' ')
      .replace(/[\n\u2028]/g, ' ')
      .trim() || 'untitled';

  land('Initial commit', 'Ada');
  for (const { how, title, author, reverts } of story) {
    const subject = oneLine(title);
    if (how === 'push') {
      // A subject that ended in a number would be a squash.
      land(`push ${subject} and no more`, author);
      continue;
    }
    const number = nextNumber++;
    merged.add(number);
    let sha: string;
    if (how === 'squash') sha = land(`${subject} (#${number})`, author);
    else {
      const side = add(`work on ${number}`, author);
      sha = add(`Merge pull request #${number} from acme/branch\n\n${subject}`, 'Grace', side);
      tip = sha;
    }
    for (let time = 0; time < reverts; time += 1) {
      const reverting = nextNumber++;
      merged.add(reverting);
      sha = land(`Revert "change ${number}" (#${reverting})\n\nThis reverts commit ${sha}.`, author);
    }
    // Taken back an odd number of times it is gone; each pair of a revert and its revert is gone too.
    if (reverts % 2 === 0) standing.add(number);
  }
  return { commits, merged, standing };
}

export const arbitraryHistory: fc.Arbitrary<ArbitraryHistory> = steps.map(play);

/** A source over commits in memory, with the same reading of them as a clone gets. */
export function sourceOf(history: ArbitraryHistory, url: string | null): Source {
  const commits = new Map(history.commits.map((commit) => [commit.sha, commit]));
  const tip = history.commits.at(-1)?.sha ?? '';
  const key = url === null ? 'local/shop' : 'acme/shop';
  return {
    kind: 'git',
    key,
    hasCheapPaths: true,
    openPulls: async () => null,
    changedPaths: async (changes) => changes.map(() => []),
    details: noDetails,
    read: async ({ window }) => ({
      repository: {
        key,
        url,
        base_branch: 'main',
        window: { kind: window.kind, spec: window.spec, base: null, head: null },
        labels_known: false,
      },
      isPrivate: null,
      changes: changesOfHistory(commits, tip, { kind: 'range' }, url).changes,
      timeframe: { start: '2026-11-01T00:00:00Z', end: '2026-11-08T00:00:00Z' },
      rules: [],
      complete: true,
      notices: [],
    }),
  };
}
