import type { CommitSummary, Details } from '../../action/sources/details.ts';
import type { Change, Source } from '../../action/sources/source.ts';
import { type Attack, partsOf } from './attacks/attack.ts';
import { excludedTexts, leakedCredential } from './canaries.ts';
import type { Carrier } from './carriers.ts';

export const repositoryUrl = 'https://github.com/acme/shop';

/** An attack where it stands. */
export interface Planted {
  carrier: Carrier;
  attack: Attack;
}

export interface StoryOptions {
  /** Pull requests that are marked as breaking, with their notes in the body. */
  isBreaking?: boolean;
  /** Further honest pull requests, for a wide window. */
  more?: number;
}

/** A repository in memory with attacks in it, and a record of what was read of it. */
export interface HostileStory {
  source: Source;
  /** Numbers that the report must account for, each once. */
  included: readonly number[];
  pushes: readonly string[];
  /** What was asked for and is none of the report's business. */
  strayReads: string[];
}

/** Attacked pull requests, in the order that parts of an attack go to them. */
const attacked = [11, 12, 14];
const honest = [15, 16, 17, 18, 19, 20];
const ignoredNumber = 13;
const labelledNumber = 21;
const firstOfMore = 100;

/** `ignored_prs` of the request that goes with a story. */
export const ignoredPulls = String(ignoredNumber);

const shaOf = (number: number) => number.toString(16).padStart(40, '0');
const pushSha = shaOf(0xabcdef);
const startMs = Date.parse('2026-11-01T00:00:00Z');
const firstLine = (text: string) => text.split(/[\n\r]/)[0] ?? '';

/** All texts of one pull request. */
interface Texts {
  title: string;
  body: string;
  message: string;
  labels: string[];
  path: string;
  patch: string;
  author: string;
}

const honestTexts = (number: number, isBreaking: boolean): Texts => ({
  title: isBreaking ? `feat!: make part ${number} simpler` : `feat: make part ${number} simpler`,
  body: number === 15 ? `Oops, the old key was ${leakedCredential} and is gone now.` : 'Plain words.',
  message: `Make part ${number} simpler`,
  labels: ['enhancement'],
  path: `src/part-${number}.ts`,
  patch: number === 15 ? `@@ -1 +1 @@\n-const key = '${leakedCredential}';` : '@@ -1 +1 @@\n+simple',
  author: 'ada',
});

function plant(texts: Texts, part: string, carrier: Carrier, isBreaking: boolean): Texts {
  switch (carrier) {
    case 'title':
      return { ...texts, title: isBreaking ? `feat!: ${part}` : part };
    case 'body':
      return { ...texts, body: isBreaking ? `BREAKING CHANGE: ${part}` : part };
    case 'commit message':
      return { ...texts, message: part };
    case 'label':
      return { ...texts, labels: [part, ...texts.labels] };
    case 'tool result':
      return { ...texts, path: `src/${part}.ts`, patch: `@@ -0,0 +1 @@\n+// ${part}` };
    case 'author':
      return { ...texts, author: part };
  }
}

/** @param planted several attacks go to one pull request after the other */
export function hostileStory(
  planted: readonly Planted[],
  { isBreaking = false, more = 0 }: StoryOptions = {},
): HostileStory {
  const included = [...attacked, ...honest, ...Array.from({ length: more }, (_, at) => firstOfMore + at)];
  const texts = new Map(included.map((number) => [number, honestTexts(number, isBreaking)]));
  const hosts = more > 0 ? included : attacked;
  let next = 0;
  let pushTitle = 'Tidy up';
  let pushAuthor = 'ada';
  for (const { carrier, attack } of planted) {
    // Parts of one attack go to pull requests side by side; one attack alone starts with the first.
    if (planted.length === 1) next = 0;
    for (const part of partsOf(attack)) {
      const number = hosts[next++ % hosts.length]!;
      texts.set(number, plant(texts.get(number)!, part, carrier, isBreaking));
      if (carrier === 'commit message') pushTitle = part;
      if (carrier === 'author') pushAuthor = part;
    }
  }

  const excluded = new Map([
    [ignoredNumber, { title: excludedTexts.ignoredTitle, labels: [] as string[] }],
    [labelledNumber, { title: excludedTexts.labelledTitle, labels: ['skip-changelog'] }],
  ]);
  const change = (
    number: number,
    parts: Pick<Change, 'title' | 'labels' | 'author'>,
    at: number,
  ): Change => ({
    number,
    commit: shaOf(number),
    aliases: [],
    rebased: [],
    at: new Date(startMs + at * 60_000).toISOString().replace('.000Z', 'Z'),
    url: `${repositoryUrl}/pull/${number}`,
    isBreaking,
    reverts: null,
    ...parts,
  });
  const changes = [
    ...included.map((number, at) => {
      const { title, labels, author } = texts.get(number)!;
      return change(number, { title, labels, author: { login: null, name: author } }, at);
    }),
    ...[...excluded].map(([number, { title, labels }], at) =>
      change(number, { title, labels, author: { login: excludedTexts.author, name: null } }, 500 + at),
    ),
    {
      ...change(
        0,
        { title: firstLine(pushTitle), labels: [], author: { login: null, name: pushAuthor } },
        600,
      ),
      number: null,
      commit: pushSha,
      url: `${repositoryUrl}/commit/${pushSha}`,
      isBreaking: false,
    },
  ];

  const strayReads: string[] = [];
  const textsOf = (number: number, what: string): Texts => {
    const found = texts.get(number);
    if (found) return found;
    strayReads.push(`${what} of #${number}`);
    return { ...honestTexts(number, false), title: excludedTexts.ignoredTitle, body: excludedTexts.body };
  };
  const file = ({ path, patch }: Texts, withPatches: boolean) => ({
    path,
    status: 'modified' as const,
    additions: 1,
    deletions: 0,
    patch: withPatches ? patch : null,
  });
  const details: Details = {
    async pull(number) {
      const { title, body, labels, author } = textsOf(number, 'pull');
      return {
        number,
        title,
        body,
        author,
        labels,
        mergedAt: '2026-11-01T00:00:00Z',
        base: 'main',
        url: `${repositoryUrl}/pull/${number}`,
        additions: 1,
        deletions: 0,
        changedFiles: 1,
      };
    },
    files: async (number, withPatches) => ({
      items: [file(textsOf(number, 'files'), withPatches)],
      total: 1,
    }),
    async commits(number) {
      const { message, author } = textsOf(number, 'commits');
      const summary: CommitSummary = { sha: shaOf(number), message, author };
      return { items: [summary], total: 1 };
    },
    async commit(sha) {
      if (sha !== pushSha) strayReads.push(`commit ${sha}`);
      const files = { items: [file(honestTexts(16, false), true)], total: 1 };
      return { sha, message: pushTitle, author: pushAuthor, at: '2026-11-01T10:00:00Z', files };
    },
  };

  const source: Source = {
    kind: 'github',
    key: 'acme/shop',
    hasCheapPaths: false,
    openPulls: async () => [],
    changedPaths: async (given) => given.map(() => []),
    details,
    read: async ({ window }) => ({
      repository: {
        key: 'acme/shop',
        url: repositoryUrl,
        base_branch: 'main',
        window: { kind: window.kind, spec: window.spec, base: null, head: null },
        labels_known: true,
      },
      isPrivate: false,
      changes,
      timeframe: { start: '2026-11-01T00:00:00Z', end: '2026-11-08T00:00:00Z' },
      rules: [],
      complete: true,
      notices: [],
    }),
  };
  return { source, included, pushes: [pushSha], strayReads };
}
