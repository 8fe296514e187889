import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openToolBox } from '../../../../action/agent/tools/open-tool-box.ts';
import type { ToolBox } from '../../../../action/agent/tools/tool-box.ts';
import { createGitSource } from '../../../../action/sources/git.ts';
import type { Source } from '../../../../action/sources/source.ts';
import type { Manifest } from '../../../../contract/manifest.ts';
import { gitEnvironment } from '../../../git/run-git.ts';
import { tempFolder } from '../../../git/temp-folder.ts';
import { hangs } from '../../../github/faults/connection-faults.ts';
import { isAlive } from '../../../mcp/fake-stdio-server.ts';
import { toolStory } from '../../../mcp/story-tools.ts';
import { always } from '../../sources/git/read-story.ts';

const openTools = (manifest: Manifest, source: Source): Promise<ToolBox> =>
  openToolBox({
    manifest,
    sources: [source],
    mcpServer: 'builtin',
    github: null,
    environment: {},
    fetch: () => Promise.reject(new Error('nothing may be fetched')),
    install: () => Promise.reject(new Error('nothing is installed')),
    onNotice: () => {},
  });

const call = { id: '1', name: 'read_pull_request', arguments: '{"key":"#12","what":"diff"}' };
const ended = { content: 'ended: The run is ending.', isError: true };

/** A git that answers as the real one does until a file is there; then it hangs, and writes down who it is. */
async function gitThatHangs() {
  const folder = await tempFolder();
  const [stop, pid] = [join(folder, 'stop'), join(folder, 'pid')];
  const path = `${folder}:${gitEnvironment['PATH'] ?? process.env['PATH']}`;
  const script = `#!/bin/sh\nif [ -e '${stop}' ]; then echo $$ > '${pid}'; exec sleep 600; fi\nPATH="\${PATH#*:}" exec git "$@"\n`;
  await writeFile(join(folder, 'git'), script);
  await chmod(join(folder, 'git'), 0o755);
  const pidOf = () => readFile(pid, 'utf8').then(Number, () => 0);
  return { environment: { ...gitEnvironment, PATH: path }, hang: () => writeFile(stop, ''), pidOf };
}

test('a git that a tool call waits for is ended with the run', async () => {
  const { manifest, hub } = await toolStory();
  const { environment, hang, pidOf } = await gitThatHangs();
  const source = await createGitSource(hub.repo.path, { environment });
  await source.read({ window: always, baseBranch: undefined, triggerPulls: [] });
  const box = await openTools(manifest, source);
  await hang();
  const run = new AbortController();
  const answer = box.call(call, run.signal);
  await vi.waitUntil(async () => (await pidOf()) > 0, { timeout: 5_000 });
  const pid = await pidOf();
  expect(isAlive(pid)).toBe(true);

  run.abort();
  expect(await answer).toEqual(ended);
  await expect.poll(() => isAlive(pid)).toBe(false);
  await box.close();
});

test('a request that a tool call waits for is ended with the run, and not made again', async () => {
  const { manifest, hub } = await toolStory();
  const box = await openTools(manifest, hub.source);
  hub.github.faults.inject({ match: { times: 99 }, fault: hangs('headers') });
  const before = hub.github.requests.length;
  const run = new AbortController();
  const answer = box.call(call, run.signal);
  await vi.waitUntil(() => hub.github.requests.length > before, { timeout: 5_000 });

  run.abort();
  expect(await answer).toEqual(ended);
  await box.close();
  expect(hub.github.requests).toHaveLength(before + 1);
});

test('what a source is asked for, it is told the end of', async () => {
  const { manifest, hub } = await toolStory();
  const told: (AbortSignal | undefined)[] = [];
  const wait = (signal: AbortSignal | undefined) => {
    told.push(signal);
    return new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    });
  };
  const details = {
    pull: (_: number, signal?: AbortSignal) => wait(signal),
    files: (_: number, __: boolean, signal?: AbortSignal) => wait(signal),
    commits: (_: number, signal?: AbortSignal) => wait(signal),
    commit: (_: string, signal?: AbortSignal) => wait(signal),
  };
  const box = await openTools(manifest, { ...hub.source, details });
  const run = new AbortController();
  const push = manifest.direct_pushes[0]?.commit.slice(0, 10);
  const answers = [
    ...['summary', 'files', 'commits', 'diff'].map((what) => ({ key: '#12', what })),
    { commit: push },
  ].map((given, at) =>
    box.call(
      {
        id: String(at),
        name: 'key' in given ? 'read_pull_request' : 'read_commit',
        arguments: JSON.stringify(given),
      },
      run.signal,
    ),
  );
  await vi.waitUntil(() => told.length === answers.length, { timeout: 5_000 });

  run.abort();
  expect(await Promise.all(answers)).toEqual(answers.map(() => ended));
  await expect.poll(() => told.every((signal) => signal?.aborted)).toBe(true);
  await box.close();
});
