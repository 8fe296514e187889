import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { lineageStatement } from '../../contract/lineage.ts';
import { manifest } from '../../contract/manifest.ts';
import type { GitHubServer } from '../github/github-server.ts';
import { labelPull } from '../github/state/update-pull.ts';
import { type ScriptedModel, startScriptedModel } from '../model/scripted-model.ts';
import { calls } from '../model/scripted-reply.ts';
import { startConnectProxy } from './connect-proxy.ts';
import { stage } from './stage.ts';
import { unpack } from './unpack.ts';
import { canaryToken, week } from './week.ts';

const token = canaryToken;

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

const submitted = {
  headline: 'The shop goes dark',
  summary: 'A dark theme arrives.',
  sections: [{ title: 'New', items: [{ text: 'A dark theme for late shoppers', pull_requests: ['#1'] }] }],
};

/** A network in which `github.example` and `model.example` are reached through a proxy alone. */
async function behindProxy(github: GitHubServer, model?: ScriptedModel) {
  const proxy = await startConnectProxy({
    'github.example:80': github.url,
    ...(model && { 'model.example:80': model.baseUrl }),
  });
  onTestFinished(() => proxy.close());
  return {
    proxy,
    throughIt: {
      apiUrl: 'http://github.example',
      graphqlUrl: 'http://github.example/graphql',
      // The runner's own services are on this machine here, which the artifact client would not know.
      variables: { http_proxy: proxy.url, no_proxy: '127.0.0.1' },
    },
  };
}

test('reports, stores the artifact and hands it on by id and digest', async () => {
  const { github, artifacts, run } = await stage(week());
  labelPull(github.state, 'acme/shop', 3, 'zenpulse:ignore');
  const { code, outputs, summary, stdout, stderr } = await run();

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [artifact] = artifacts.artifacts;
  expect(outputs).toMatchObject({
    status: 'completed',
    has_changes: 'true',
    pipeline_run_id: '4711-1',
    artifact_id: '101',
    artifact_url: 'https://github.com/acme/shop/actions/runs/4711/artifacts/101',
    artifact_digest: `sha256:${sha256(artifact?.zip ?? '')}`,
  });
  expect(JSON.parse(outputs['metrics'] ?? '')).toMatchObject({
    preflight_merged_pr_count: 3,
    included_pr_count: 2,
  });

  const read = await unpack(artifact?.zip ?? Buffer.alloc(0));
  const statement = lineageStatement.parse(JSON.parse(await read('lineage.json')));
  expect(statement.subject.map(({ name }) => name).sort()).toEqual([
    'manifest.json',
    'report.json',
    'report.md',
    'trace.jsonl',
  ]);
  for (const { name, digest } of statement.subject) expect(sha256(await read(name))).toBe(digest.sha256);
  expect(await readFile(outputs['report_path'] ?? '', 'utf8')).toBe(outputs['summary_message']);
  expect(await read('report.md')).toBe(outputs['summary_message']);

  expect(summary).toContain('# Dark mode and one fix');
  expect(summary).toContain('| 3 | label | label zenpulse:ignore |');
  const printed = stdout.replace(`::add-mask::${token}\n`, '') + stderr + summary + JSON.stringify(outputs);
  expect(printed).not.toContain(token.slice(4));
});

test('what only operators are told is a notice of the log, and in the summary where there is no report', async () => {
  const { run } = await stage(week());
  const told = 'acme/shop: ignored_prs names #99, not in this window.';
  const reported = await run({ ignored_prs: '99' });
  const dry = await run({ ignored_prs: '99', dry_run: 'true' });

  expect(reported.stdout).toContain(`::notice::${told}`);
  expect(reported.summary).not.toContain('not in this window');
  expect(dry.stdout).toContain(`::notice::${told}`);
  expect(dry.summary).toContain('not in this window');
});

test('text of pull requests never reaches the log as a workflow command', async () => {
  const { stdout } = await (await stage(week())).run();
  expect(stdout).not.toContain('::set-output name=status::owned');
  expect(stdout).not.toContain('::error::prod');
});

test('a public place shows of what is excluded only number and reason', async () => {
  const { artifacts, run } = await stage(week());
  await run({ ignored_prs: '3' }, { event: { repository: { default_branch: 'main', private: false } } });
  const read = await unpack(artifacts.artifacts[0]?.zip ?? Buffer.alloc(0));
  const excluded = manifest
    .parse(JSON.parse(await read('manifest.json')))
    .pull_requests.find(({ number }) => number === 3);
  expect(excluded).toMatchObject({ title: null, author: null, reason: { code: 'ignored_prs' } });
  for (const name of ['manifest.json', 'report.md', 'report.json', 'trace.jsonl', 'lineage.json']) {
    expect(await read(name)).not.toContain('rotate the secret');
  }
});

test('nothing merged: one request, nothing uploaded, and neither the agent nor the fetch of Node loaded', async () => {
  const { github, artifacts, run } = await stage(week());
  const watch = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { if (/embedded-writer|artifact|deliver/.test(url.split('/').at(-1))) console.log('loaded ' + url); return next(url, context); } });
    process.on('exit', () => process.moduleLoadList.filter((name) => name.endsWith('/undici')).forEach((name) => console.log('loaded ' + name)));`;
  const nodeArguments = ['--import', `data:text/javascript,${encodeURIComponent(watch)}`];
  const { code, outputs, summary, stdout } = await run(
    { date_range: '2026-11-05..2026-11-06' },
    { nodeArguments },
  );

  expect(code).toBe(0);
  expect(outputs).toMatchObject({
    status: 'no_changes',
    has_changes: 'false',
    artifact_id: '',
    report_path: '',
  });
  expect(summary).toContain('# Nothing to report');
  expect(github.requests).toHaveLength(1);
  expect(artifacts.artifacts).toEqual([]);
  expect(stdout).not.toContain('loaded');
});

test('behind a proxy GitHub is asked through it', async () => {
  const { github, run } = await stage(week());
  const { proxy, throughIt } = await behindProxy(github);
  const { outputs } = await run({ date_range: '2026-11-05..2026-11-06' }, throughIt);

  expect(outputs['status']).toBe('no_changes');
  expect(github.requests).toHaveLength(1);
  expect(proxy.tunnels).toEqual(['github.example:80']);
});

test('behind a proxy each host is asked as the runner is told to: a model outside through it, one at home not', async () => {
  const { github, run } = await stage(week());
  const model = await startScriptedModel(() => calls([{ name: 'submit_report', arguments: submitted }]));
  onTestFinished(() => model.close());
  const { proxy, throughIt } = await behindProxy(github, model);
  for (const [baseUrl, tunnels] of [
    ['http://model.example/v1', ['github.example:80', 'model.example:80']],
    [model.baseUrl, ['github.example:80']],
  ] as const) {
    proxy.tunnels.length = 0;
    const inputs = { llm_model: 'scripted', llm_api: 'chat', llm_base_url: baseUrl, mcp_server: 'builtin' };
    const { outputs } = await run(inputs, throughIt);

    expect(JSON.parse(outputs['metrics'] ?? '')).toMatchObject({ model_call_count: 1 });
    expect([...new Set(proxy.tunnels)]).toEqual(tunnels);
  }
});

test('bad input fails the step with every problem and the next step, and never prints a secret', async () => {
  const { run } = await stage(week());
  const { code, outputs, stdout } = await run({
    max_iterations: '99',
    analysis_type: 'all',
    github_token: `${token} `,
  });
  expect(code).toBe(1);
  expect(outputs).toMatchObject({ status: 'failed', has_changes: 'false' });
  expect(stdout).toContain('max_iterations: got "99"; accepts a whole number from 1 to 10');
  expect(stdout).toContain('analysis_type: got "all"; accepts shipped, release, upcoming');
  expect(stdout.replace(`::add-mask::${token}`, '')).not.toContain(token);
});

test('a dry run validates and uploads nothing', async () => {
  const { artifacts, run } = await stage(week());
  const { outputs, summary } = await run({ dry_run: 'true' });
  expect(outputs).toMatchObject({ status: 'validated', has_changes: 'false' });
  expect(summary).toContain('The request is valid');
  expect(artifacts.artifacts).toEqual([]);
});

test('when the artifact service refuses, the step fails and the summary still has the report', async () => {
  const { artifacts, run } = await stage(week());
  artifacts.refuseWith = 400;
  const { code, summary, stdout, outputs } = await run();
  expect(code).toBe(1);
  expect(summary).toContain('# Dark mode');
  expect(stdout).toContain('could not be stored as a workflow artifact');
  expect(outputs).toMatchObject({ status: 'failed' });
});

test('when the storage refuses without a word, the step fails with its status', async () => {
  const { artifacts, run } = await stage(week());
  artifacts.refuseUploadsWith = 405;
  const { code, stdout } = await run();

  expect(code).toBe(1);
  expect(stdout).toContain('could not be stored as a workflow artifact: the storage answered 405');
});

test('a private repository is not reported on from a public one', async () => {
  const { github, run } = await stage(week());
  const repository = [...github.state.repositories.values()][0];
  if (repository) repository.isPrivate = true;
  const { code, stdout } = await run(
    {},
    { event: { repository: { default_branch: 'main', private: false } } },
  );
  expect(code).toBe(1);
  expect(stdout).toContain('acme/shop is private, but this run is hosted in a public repository');
});

test('with a model the bundle runs the agent with its tools, and the key goes nowhere', async () => {
  const key = 'sk-canary-0123456789abcdef0123456789abcdef';
  const model = await startScriptedModel(
    [
      calls([{ name: 'read_pull_request', arguments: { key: '#1', what: 'summary' } }]),
      calls([{ name: 'submit_report', arguments: submitted }]),
    ],
    { key },
  );
  onTestFinished(() => model.close());
  const { artifacts, run } = await stage(week());
  const { code, outputs, stdout, summary } = await run({
    llm_model: 'scripted',
    llm_api: 'chat',
    llm_base_url: model.baseUrl,
    llm_api_key: key,
    mcp_server: 'builtin',
  });
  expect({ code, status: outputs['status'] }).toEqual({ code: 0, status: 'completed' });
  expect(summary).toContain('# The shop goes dark');
  expect(JSON.parse(outputs['metrics'] ?? '')).toMatchObject({ model_call_count: 2, tool_call_count: 1 });
  const read = await unpack(artifacts.artifacts[0]?.zip ?? Buffer.alloc(0));
  const kept = await Promise.all(['report.md', 'trace.jsonl', 'lineage.json'].map(read));
  const printed = stdout.replaceAll(`::add-mask::${key}`, '').replaceAll(`::add-mask::${token}`, '');
  for (const text of [...kept, printed, summary, JSON.stringify(outputs)]) {
    expect(text).not.toContain(key.slice(3));
    expect(text).not.toContain(token.slice(4));
  }
});
