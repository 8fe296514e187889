import { createGitHubSource } from '../action/sources/github.ts';
import { toolkitFetch } from '../action/sources/github/toolkit-fetch.ts';
import { gitHistory } from '../test/git/git-history.ts';
import { makeTempFolder } from '../test/git/temp-folder.ts';
import { type GitHubServer, startGitHub } from '../test/github/github-server.ts';
import { githubSchema } from '../test/github/graphql/github-schema.ts';
import { seedFromHistory } from '../test/github/seed/seed-from-history.ts';

const sizes = [10, 100, 500, 2_000];
const latencyMs = 50;
const startAt = '2026-01-01T00:00:00Z';

/** A tagged range of squashes, merges with two commits each, and now and then a direct push. */
function story(commitCount: number) {
  const history = gitHistory({ origin: 'https://github.com/acme/shop.git', startAt, stepMinutes: 10 });
  history.commit('Initial commit');
  history.tag('v1.0.0');
  let commits = 0;
  let pulls = 0;
  while (commits < commitCount) {
    const left = commitCount - commits;
    if (commits % 20 === 19) {
      history.commit(`push ${commits}`);
      commits += 1;
    } else if (pulls % 4 === 3 && left >= 3) {
      history.mergePull(++pulls, `fix: change ${pulls}`, { commits: ['one', 'two'] });
      commits += 3;
    } else {
      history.squash(++pulls, `feat: change ${pulls}`);
      commits += 1;
    }
  }
  history.tag('v1.1.0');
  return { history, pulls };
}

async function measure(github: GitHubServer, window: 'dates' | 'tags') {
  github.requests.length = 0;
  const source = createGitHubSource(
    'acme/shop',
    { apiUrl: github.apiUrl, graphqlUrl: github.graphqlUrl },
    {
      fetch: toolkitFetch,
      clock: () => new Date(),
      sleep: () => Promise.reject(new Error('nothing should wait')),
      random: Math.random,
      token: async () => 'token',
    },
  );
  const started = performance.now();
  const reading = await source.read({
    window:
      window === 'tags'
        ? { kind: 'tags', spec: 'v1.0.0..v1.1.0', base: 'v1.0.0', head: 'v1.1.0' }
        : { kind: 'dates', spec: 'all', start: startAt, end: '2027-01-01T00:00:00Z' },
    baseBranch: 'main',
    triggerPulls: [],
  });
  const found = reading.changes.filter(({ number }) => number !== null).length;
  return { requests: github.requests.length, wallMs: performance.now() - started, found };
}

/** Requests and wall time of both windows beside what other tools' published code asks for the same range. */
export async function run(): Promise<void> {
  const rows: Record<string, string | number>[] = [];
  // The stand-in builds it at its first answer otherwise, which is no time of ours.
  githubSchema();
  for (const commitCount of sizes) {
    const { history, pulls } = story(commitCount);
    const folder = await makeTempFolder();
    const github = await startGitHub({ latencyMs });
    try {
      await seedFromHistory(github.state, await history.write(folder.path), history.pulls);
      const tags = await measure(github, 'tags');
      const dates = await measure(github, 'dates');
      if (tags.found !== pulls || dates.found !== pulls)
        throw new Error(`found ${tags.found} and ${dates.found} of ${pulls}`);
      rows.push({
        commits: commitCount,
        'pull requests': pulls,
        'tag window': tags.requests,
        'date window': dates.requests,
        'release-drafter ⌈C/15⌉+2': Math.ceil(commitCount / 15) + 2,
        'release-please ⌈C/10⌉+⌈P/25⌉': Math.ceil(commitCount / 10) + Math.ceil(pulls / 25),
        'changelog-builder ⌈C/250⌉+1+⌈U/100⌉': Math.ceil(commitCount / 250) + 1 + Math.ceil(pulls / 100),
        'tag ms': Math.round(tags.wallMs),
        'date ms': Math.round(dates.wallMs),
      });
    } finally {
      await github.close();
      await folder.remove();
    }
  }
  console.log(`Requests, and wall time with ${latencyMs} ms for each answer of the stand-in`);
  console.table(rows);
}
