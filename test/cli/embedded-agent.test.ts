import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitHistory } from '../git/git-history.ts';
import { tempFolder } from '../git/temp-folder.ts';
import { runCli } from './run-cli.ts';

async function reportOn(body: string) {
  const history = gitHistory({ origin: 'https://github.com/acme/shop.git' });
  history.commit('Initial commit');
  history.squash(1, 'feat(api)!: drop the v1 endpoints', { body });
  const { path } = await history.write(await tempFolder());
  const folder = await tempFolder();
  const { code } = await runCli(folder, [
    'report',
    '--repo',
    path,
    '--date-range',
    '2026-11-01..2026-11-05',
    '--out',
    'run',
  ]);
  const read = (name: string) => readFile(join(folder, 'run', name), 'utf8');
  return { code, markdown: await read('report.md'), trace: await read('trace.jsonl') };
}

test('the embedded model reads with the built-in tools what a breaking change asks of people', async () => {
  const { code, markdown, trace } = await reportOn(
    'Some words.\n\nBREAKING CHANGE: call the v2 endpoints instead.',
  );
  expect(code).toBe(0);
  expect(markdown).toContain('- Drop the v1 endpoints: call the v2 endpoints instead. ([#1](');
  expect(trace).toContain('"gen_ai.tool.name":"read_pull_request"');
});

test.each([
  'BREAKING CHANGE: see https://evil.example',
  'BREAKING CHANGE: thanks @octocat, closes #77',
  'No note.',
])('a note that is not fit to be shown leaves the title: %s', async (body) => {
  const { markdown } = await reportOn(body);
  expect(markdown).toContain('- Drop the v1 endpoints ([#1](');
  expect(markdown).not.toMatch(/evil|octocat|#77/);
});
