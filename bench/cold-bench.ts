import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gitHistory } from '../test/git/git-history.ts';
import { makeTempFolder } from '../test/git/temp-folder.ts';
import { startGitHub } from '../test/github/github-server.ts';
import type { LoggedRequest } from '../test/github/http/request-log.ts';
import { seedFromHistory } from '../test/github/seed/seed-from-history.ts';
import { startArtifactService } from '../test/runner/artifact-service.ts';
import { runAction } from '../test/runner/run-action.ts';
import { timeScript } from './time-script.ts';

const rounds = 25;

const quantile = (values: readonly number[], part: number) =>
  [...values].sort((left, right) => left - right)[Math.floor((values.length - 1) * part)] ?? 0;

const bare = 'bare Node, the same one request';

/** Milliseconds of each process in one round. */
type Round = Readonly<Record<string, number>>;

function rowOf(name: string, times: readonly Round[]) {
  const spent = times.map((round) => round[name] ?? 0);
  const ratios = times.map((round) => (round[name] ?? 0) / (round[bare] ?? 0));
  const ratio = (part: number) => quantile(ratios, part).toFixed(2);
  return {
    process: name,
    ms: Math.round(quantile(spent, 0.5)),
    ratio: ratio(0.5),
    'middle half': `${ratio(0.25)}-${ratio(0.75)}`,
  };
}

/** What a person would write who wants nothing but the answer. */
const bareScript = (url: string, { body }: LoggedRequest) => `
const response = await fetch(${JSON.stringify(url)}, {
  method: 'POST',
  headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
  body: ${JSON.stringify(body)},
});
JSON.parse(await response.text());
`;

/**
 * Whole-process time of a run with nothing to report beside a bare process that makes the same one request, to the
 * byte. All three are started the same way and in turn, and compared within their round: the machine's speed drifts.
 */
export async function run(): Promise<void> {
  const folder = await makeTempFolder();
  const github = await startGitHub();
  const artifacts = await startArtifactService();
  try {
    const history = gitHistory({ origin: 'https://github.com/acme/shop.git' });
    history.commit('Initial commit');
    await mkdir(join(folder.path, 'repo'));
    await seedFromHistory(github.state, await history.write(join(folder.path, 'repo')), history.pulls);

    const ours = async () => {
      const { outputs, stdout, wallMs } = await runAction({
        folder: folder.path,
        inputs: { repo: 'acme/shop', github_token: 'token', date_range: '2020-01-01..2020-01-31' },
        apiUrl: github.apiUrl,
        graphqlUrl: github.graphqlUrl,
        artifacts,
        event: { repository: { default_branch: 'main', private: true } },
      });
      if (outputs['status'] !== 'no_changes') throw new Error(stdout);
      return wallMs;
    };

    // The first round warms caches and shows what is asked; it is not counted.
    await ours();
    const [request, ...more] = github.requests;
    if (request === undefined || more.length > 0) throw new Error(`${github.requests.length} requests`);
    const bareFile = join(folder.path, 'bare.mjs');
    const emptyFile = join(folder.path, 'empty.mjs');
    await writeFile(bareFile, bareScript(github.graphqlUrl, request));
    await writeFile(emptyFile, '');
    const processes = {
      'dist/action, nothing to report': ours,
      [bare]: () => timeScript(bareFile),
      'bare Node, nothing at all': () => timeScript(emptyFile),
    };
    const times: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const spent: Record<string, number> = {};
      for (const [name, start] of Object.entries(processes)) spent[name] = await start();
      times.push(spent);
    }
    if (github.requests.length !== 1 + 2 * rounds) throw new Error(`${github.requests.length} requests`);

    console.log(`Medians of ${rounds} rounds; the goal is a ratio of 1.5 at most`);
    console.table(Object.keys(processes).map((name) => rowOf(name, times)));
  } finally {
    await github.close();
    await artifacts.close();
    await folder.remove();
  }
}
