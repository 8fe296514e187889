import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gitHistory } from '../test/git/git-history.ts';
import { makeTempFolder } from '../test/git/temp-folder.ts';
import { startGitHub } from '../test/github/github-server.ts';
import { seedFromHistory } from '../test/github/seed/seed-from-history.ts';
import { startArtifactService } from '../test/runner/artifact-service.ts';
import { runAction } from '../test/runner/run-action.ts';
import { measureProcess } from './measure-process.ts';

const runs = 15;

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** A bare Node process that asks GitHub the same question and parses the answer. */
const bareScript = (url: string, body: string) => `
const response = await fetch(${JSON.stringify(url)}, {
  method: 'POST',
  headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
  body: ${JSON.stringify(body)},
});
JSON.parse(await response.text());
`;

/** Whole-process time of a run with nothing to report beside a bare process that makes the same one request. */
export async function run(): Promise<void> {
  const folder = await makeTempFolder();
  const github = await startGitHub();
  const artifacts = await startArtifactService();
  try {
    const history = gitHistory({ origin: 'https://github.com/acme/shop.git' });
    history.commit('Initial commit');
    await mkdir(join(folder.path, 'repo'));
    await seedFromHistory(github.state, await history.write(join(folder.path, 'repo')), history.pulls);

    const ours: number[] = [];
    const bare: number[] = [];
    const empty: number[] = [];
    const bareFile = join(folder.path, 'bare.mjs');
    const emptyFile = join(folder.path, 'empty.mjs');
    await writeFile(
      bareFile,
      bareScript(github.graphqlUrl, JSON.stringify({ query: 'query { viewer { login } }' })),
    );
    await writeFile(emptyFile, '');
    for (let at = 0; at < runs + 1; at += 1) {
      const { outputs, stdout, wallMs } = await runAction({
        folder: folder.path,
        inputs: { repo: 'acme/shop', github_token: 'token', date_range: '2020-01-01..2020-01-31' },
        apiUrl: github.apiUrl,
        graphqlUrl: github.graphqlUrl,
        artifacts,
        event: { repository: { default_branch: 'main', private: true } },
      });
      if (outputs['status'] !== 'no_changes') throw new Error(stdout);
      // The first round warms the file cache and is not counted.
      if (at > 0) {
        ours.push(wallMs);
        bare.push((await measureProcess([bareFile])).wallSeconds * 1000);
        empty.push((await measureProcess([emptyFile])).wallSeconds * 1000);
      }
    }
    console.log(`Median of ${runs} runs each, in turn`);
    console.table([
      {
        process: 'dist/action, nothing to report',
        ms: Math.round(median(ours)),
        ratio: (median(ours) / median(bare)).toFixed(2),
      },
      { process: 'bare Node, the same one request', ms: Math.round(median(bare)), ratio: '1.00' },
      {
        process: 'bare Node, nothing at all',
        ms: Math.round(median(empty)),
        ratio: (median(empty) / median(bare)).toFixed(2),
      },
    ]);
  } finally {
    await github.close();
    await artifacts.close();
    await folder.remove();
  }
}
