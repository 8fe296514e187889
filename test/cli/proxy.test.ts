import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { gitHistory } from '../git/git-history.ts';
import { tempFolder } from '../git/temp-folder.ts';
import { startGitHub } from '../github/github-server.ts';
import { seedFromHistory } from '../github/seed/seed-from-history.ts';
import { startScriptedModel } from '../model/scripted-model.ts';
import { calls } from '../model/scripted-reply.ts';
import { startConnectProxy } from '../runner/connect-proxy.ts';

const bundle = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'zenpulse.js');

const report = {
  headline: 'The shop goes dark',
  summary: 'A dark theme arrives.',
  sections: [{ title: 'New', items: [{ text: 'A dark theme for late shoppers', pull_requests: ['#1'] }] }],
};

test('behind a proxy the bundled command asks GitHub and a model through it', async () => {
  const history = gitHistory({ origin: 'https://github.com/acme/shop.git' });
  history.commit('Initial commit');
  history.squash(1, 'feat: add dark mode');
  const github = await startGitHub();
  onTestFinished(() => github.close());
  await seedFromHistory(github.state, await history.write(await tempFolder()), history.pulls);
  const model = await startScriptedModel([calls([{ name: 'submit_report', arguments: report }])]);
  onTestFinished(() => model.close());
  const proxy = await startConnectProxy({
    'github.example:80': github.url,
    'model.example:80': model.baseUrl,
  });
  onTestFinished(() => proxy.close());

  const range = ['--repo', 'acme/shop', '--date-range', '2026-11-01..2026-11-05'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [bundle, 'report', ...range, '--llm-model', 'scripted', '--llm-api', 'chat'],
    {
      cwd: await tempFolder(),
      env: {
        GITHUB_TOKEN: 'token',
        GITHUB_API_URL: 'http://github.example',
        ZENPULSE_LLM_BASE_URL: 'http://model.example/v1',
        http_proxy: proxy.url,
      },
    },
  );

  expect(stdout).toContain('# The shop goes dark');
  expect(new Set(proxy.tunnels)).toEqual(new Set(['github.example:80', 'model.example:80']));
});
