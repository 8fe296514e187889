import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { callbackPayload } from '../../contract/callback-payload.ts';
import { lineageStatement } from '../../contract/lineage.ts';
import { traceEvent } from '../../contract/trace-event.ts';
import { gitHistory } from '../git/git-history.ts';
import { gitEnvironment } from '../git/run-git.ts';
import { tempFolder } from '../git/temp-folder.ts';
import { startScriptedModel, type Script } from '../model/scripted-model.ts';
import { calls, fails, hangs } from '../model/scripted-reply.ts';
import { filesIn, runCli } from './run-cli.ts';

const cli = join(import.meta.dirname, '..', '..', 'cli', 'zenpulse.ts');
const key = 'sk-canary-0123456789abcdef0123456789abcdef';

const report = {
  headline: 'The shop goes dark',
  summary: 'A dark theme arrives, and totals add up again.',
  sections: [{ title: 'New', items: [{ text: 'A dark theme for late shoppers', pull_requests: ['#1'] }] }],
};

async function runWith(script: Script, ...more: string[]) {
  const model = await startScriptedModel(script, { key });
  onTestFinished(() => model.close());
  const history = gitHistory({ origin: 'https://github.com/acme/shop.git' });
  history.commit('Initial commit');
  history.squash(1, 'feat: add dark mode', { body: 'Asked for by people who shop at night.' });
  history.squash(2, 'fix: round totals');
  const { path } = await history.write(await tempFolder());
  const folder = await tempFolder();
  const args = ['report', '--repo', path, '--date-range', '2026-11-01..2026-11-05', '--out', 'run', '--json'];
  const environment = { ZENPULSE_LLM_BASE_URL: model.baseUrl, ZENPULSE_LLM_API_KEY: key };
  const { code, stdout, stderr } = await runCli(
    folder,
    [...args, '--llm-model', 'scripted', ...more],
    environment,
  );
  const read = (name: string) => readFile(join(folder, 'run', name), 'utf8');
  return { model, code, stdout, stderr, folder, read };
}

test.each(['chat', 'responses'] as const)(
  'a model reads with tools and writes the report, over %s',
  async (api) => {
    const script = [
      calls([{ name: 'read_pull_request', arguments: { key: '#1', what: 'summary' } }]),
      calls([{ name: 'submit_report', arguments: report }]),
    ];
    const { model, code, stdout, stderr, folder, read } = await runWith(script, '--llm-api', api);
    expect({ code, refused: model.requests.map(({ refused }) => refused) }).toEqual({
      code: 0,
      refused: [null, null],
    });
    const payload = callbackPayload.parse(JSON.parse(stdout));
    expect(payload).toMatchObject({
      status: 'completed',
      results: { degraded: null, metrics: { model_call_count: 2, tool_call_count: 1, included_pr_count: 2 } },
    });

    const markdown = await read('report.md');
    expect(markdown).toContain('# The shop goes dark');
    expect(markdown).toContain('A dark theme for late shoppers ([#1](https://github.com/acme/shop/pull/1))');
    expect(markdown).toContain('## Also merged');

    const { predicate } = lineageStatement.parse(JSON.parse(await read('lineage.json')));
    expect(predicate).toMatchObject({
      writer: { adapter: api, model: 'scripted' },
      tools: expect.arrayContaining(['submit_report']),
    });
    expect(predicate.prompts.map(({ id }) => id)).toContain('report');
    const events = (await read('trace.jsonl'))
      .trim()
      .split('\n')
      .map((line) => traceEvent.parse(JSON.parse(line)));
    expect(events.filter(({ type }) => type === 'model' || type === 'tool').map(({ type }) => type)).toEqual([
      'model',
      'tool',
      'model',
    ]);
    expect(JSON.stringify(events)).toContain('Asked for by people who shop at night.');

    for (const name of await filesIn(folder))
      expect(await readFile(join(folder, name), 'utf8')).not.toContain(key.slice(3));
    expect(stdout + stderr).not.toContain(key.slice(3));
  },
);

test('L1: a model that is not there leaves a report all the same, labelled', async () => {
  const { code, stdout, read } = await runWith(
    () => fails(400, { message: 'no such model' }),
    '--llm-api',
    'chat',
  );
  expect(code).toBe(0);
  expect(callbackPayload.parse(JSON.parse(stdout)).results?.degraded).toMatch(
    /the chat writer handed in no report: the model failed/,
  );
  expect(await read('report.md')).toContain('Written in a plainer way than asked for');
});

test('a wrong key is told in the report and never printed', async () => {
  const { code, stdout } = await runWith([], '--llm-api', 'chat');
  expect(code).toBe(0);
  expect(stdout).not.toContain(key.slice(3));
});

test('secrets that stand in a pull request are not kept in the trace', async () => {
  const leaked = `ghp_${'Leaked0123456789'.repeat(2)}`;
  const script = [
    calls([{ name: 'submit_report', arguments: { ...report, summary: `The token is\n${leaked} now.` } }]),
    calls([{ name: 'submit_report', arguments: report }]),
  ];
  const { code, read } = await runWith(script, '--llm-api', 'chat');
  expect(code).toBe(0);
  expect(await read('trace.jsonl')).not.toContain(leaked);
});

test('stopped in the middle, a run ends with what can be said', async () => {
  const model = await startScriptedModel(() => hangs('headers'));
  onTestFinished(() => model.close());
  const history = gitHistory();
  history.commit('Initial commit');
  history.squash(1, 'feat: add dark mode');
  const { path } = await history.write(await tempFolder());
  const folder = await tempFolder();
  const args = ['report', '--repo', path, '--date-range', '2026-11-01..2026-11-05', '--out', folder];
  const child = spawn(process.execPath, [cli, ...args, '--llm-model', 'scripted', '--llm-api', 'chat'], {
    env: { ...gitEnvironment, ZENPULSE_LLM_BASE_URL: model.baseUrl },
    stdio: 'ignore',
  });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  await vi.waitUntil(() => model.requests.length > 0, { timeout: 15_000 });
  child.kill('SIGTERM');
  expect(await closed).toBe(0);
  expect(await readFile(join(folder, 'report.md'), 'utf8')).toContain('the time is up');
});
