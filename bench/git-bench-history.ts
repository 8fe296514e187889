import { startFastImport } from '../test/git/fast-import.ts';
import { type CommitText, commitText, refText } from '../test/git/fast-import-text.ts';
import { runGit } from '../test/git/run-git.ts';

/** What a bench repository holds: the numbers a run over it must find again. */
export interface BenchHistory {
  /**
   * Path of the repository, a bare one with the branch `main` and `origin`
   * `https://github.com/acme/shop.git`.
   */
  path: string;
  /** Commits of all lines. */
  commitCount: number;
  /** Merged pull requests are numbered from 1 to their count, in the order of their merges. */
  squashCount: number;
  mergeCount: number;
  directPushCount: number;
  /** Instants of the first and the last commit, ISO 8601. */
  startAt: string;
  endAt: string;
  /** Lightweight tags, oldest first: `v0.0.0` is the first commit, the last tag is the head. */
  tags: readonly { name: string /** Pull requests merged up to this tag. */; pullCount: number }[];
}

/** Of a hundred changes on `main`. */
const mix = { squash: 60, merge: 30 };
const pullsPerTag = 500;
const minutesPerCommit = 20;
const startMilliseconds = Date.parse('2024-01-01T08:00:00Z');
const gitHub = 'GitHub <noreply@github.com>';

const authors = Array.from(
  { length: 40 },
  (_, i) => `Author ${i + 1} <${1000 + i}+author-${i + 1}@users.noreply.github.com>`,
);
const folders = Array.from({ length: 30 }, (_, i) => `packages/part-${i + 1}`);
const types = ['feat', 'fix', 'docs', 'refactor', 'perf', 'test', 'build', 'chore'];
const words =
  'cart checkout price stock order search mail login theme cache index export import retry queue image'.split(
    ' ',
  );
const verbs = 'add drop speed round keep show hide sort split log check trim read store'.split(' ');

/**
 * Makes a repository with `pullCount` merged pull requests in `folder`, which must exist and be empty.
 * Of the changes on `main` 60 % are squash merges, 30 % merge commits of branches with 1 to 4 commits and 10
 * % direct pushes. The same `pullCount` gives the same SHAs. 10,000 pull requests take about four seconds.
 */
export async function makeBenchHistory(folder: string, pullCount: number): Promise<BenchHistory> {
  await runGit(folder, 'init', '--quiet', '--bare', '--initial-branch=main');
  await runGit(folder, 'remote', 'add', 'origin', 'https://github.com/acme/shop.git');
  const stream = startFastImport(folder);
  const random = mulberry32(pullCount);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const count = { squash: 0, merge: 0, direct: 0 };
  const tags: { name: string; pullCount: number }[] = [];
  let mark = 0;
  let tip = 0;
  let recentTips: number[] = [];

  /** Writes one commit and returns its mark. */
  async function commit(
    message: string,
    parents: readonly number[],
    how: { author: string; committer?: string; changes?: CommitText['changes'] },
  ): Promise<number> {
    mark += 1;
    const at = instantOf(mark);
    const times = { authoredAt: at, committedAt: at };
    const changes = how.changes ?? oneChange(message);
    await stream.write(
      commitText('refs/heads/main', {
        committer: how.author,
        ...how,
        ...times,
        mark,
        parents,
        message,
        changes,
      }),
    );
    return mark;
  }

  const oneChange = (text: string): CommitText['changes'] =>
    new Map([
      [`${pick(folders)}/file-${Math.floor(random() * 20)}.ts`, `// ${mark}: ${text.split('\n', 1)[0]}\n`],
    ]);

  const title = (): string => {
    const plain = `${pick(verbs)} the ${pick(words)} ${pick(words)}`;
    return random() < 0.5 ? `${pick(types)}(${pick(words)}): ${plain}` : plain;
  };

  /** A few hundred characters, as a description in a merge message has. */
  const description = (): string =>
    Array.from({ length: 3 + Math.floor(random() * 4) }, () => `It will ${title()}, then ${title()}.`).join(
      '\n',
    );

  async function squash(number: number): Promise<void> {
    count.squash += 1;
    const message = `${title()} (#${number})\n\n${description()}\n`;
    tip = await commit(message, [tip], { author: pick(authors), committer: gitHub });
  }

  async function mergePull(number: number): Promise<void> {
    count.merge += 1;
    const author = pick(authors);
    const changes = new Map<string, string | null>();
    // Half of the branches start a little earlier than the tip, so that lines cross as in real histories.
    let head = random() < 0.5 ? tip : pick(recentTips);
    for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
      const message = `${title()}\n`;
      const own = oneChange(message);
      head = await commit(message, [head], { author, changes: own });
      for (const [path, text] of own) changes.set(path, text);
    }
    const message = `Merge pull request #${number} from acme/topic-${number}\n\n${title()}\n\n${description()}\n`;
    // fast-import takes a merge's files from its first parent, so the branch's files are named again.
    tip = await commit(message, [tip, head], { author: pick(authors), committer: gitHub, changes });
  }

  async function directPush(): Promise<void> {
    count.direct += 1;
    tip = await commit(`${title()}\n`, [tip], { author: pick(authors) });
  }

  async function tagTip(): Promise<void> {
    const tag = { name: `v0.${tags.length}.0`, pullCount: count.squash + count.merge };
    tags.push(tag);
    await stream.write(refText(`refs/tags/${tag.name}`, tip));
  }

  tip = await commit('Initial commit\n', [], { author: authors[0] ?? gitHub });
  recentTips = [tip];
  await tagTip();
  for (let number = 1; number <= pullCount; number += 1) {
    let roll = random() * 100;
    for (; roll >= mix.squash + mix.merge; roll = random() * 100) await directPush();
    await (roll < mix.squash ? squash(number) : mergePull(number));
    recentTips = [...recentTips.slice(-4), tip];
    if (number % pullsPerTag === 0 || number === pullCount) await tagTip();
  }
  await stream.write(refText('refs/heads/main', tip));
  await stream.finish();
  return {
    path: folder,
    commitCount: mark,
    squashCount: count.squash,
    mergeCount: count.merge,
    directPushCount: count.direct,
    startAt: instantOf(1),
    endAt: instantOf(mark),
    tags,
  };
}

function instantOf(mark: number): string {
  return new Date(startMilliseconds + (mark - 1) * minutesPerCommit * 60_000).toISOString();
}

/** Numbers in [0, 1) that look random and are the same for the same seed (mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
