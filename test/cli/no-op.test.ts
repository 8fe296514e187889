import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { gitHistory } from '../git/git-history.ts';
import { tempFolder } from '../git/temp-folder.ts';

const cli = join(import.meta.dirname, '..', '..', 'cli', 'zenpulse.ts');

/** Preloaded into the CLI: names every module of the agent that is loaded. */
const watchAgent = `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) {
  if (url.includes('/action/agent/')) process.stderr.write('loaded ' + url.split('/action/agent/')[1] + '\\n');
  return next(url, context);
} });`;

async function reportOn(range: string): Promise<string> {
  const history = gitHistory({ startAt: '2026-11-01T09:00:00Z' });
  history.commit('Initial commit');
  history.squash(1, 'feat: add a');
  const { path } = await history.write(await tempFolder());
  const watch = `data:text/javascript,${encodeURIComponent(watchAgent)}`;
  const args = [
    '--import',
    watch,
    cli,
    'report',
    '--repo',
    path,
    '--date-range',
    range,
    '--out',
    await tempFolder(),
  ];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args);
  return stdout + stderr;
}

test('a run with nothing to report loads nothing of the agent', async () => {
  const output = await reportOn('2025-01-01..2025-01-31');
  expect(output).toContain('Nothing to report.');
  expect(output).not.toContain('loaded');
});

test('a run with something to report loads the writer', async () => {
  expect(await reportOn('2026-11-01..2026-11-02')).toContain('loaded embedded-writer.ts');
});
