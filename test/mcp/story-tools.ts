import { onTestFinished } from 'vitest';
import { type ToolBoxOptions, openToolBox } from '../../action/agent/tools/open-tool-box.ts';
import type { ToolBox, ToolResult } from '../../action/agent/tools/tool-box.ts';
import type { Manifest, Notice } from '../../contract/manifest.ts';
import { createGitSource } from '../../action/sources/git.ts';
import { always, startedHistory } from '../action/sources/git/read-story.ts';
import { type HubStory, onGitHub } from '../action/sources/github/hub-story.ts';
import { gitEnvironment } from '../git/run-git.ts';
import { pullRequestBodies } from './story-bodies.ts';
import { manifestOf } from '../support/manifest-of.ts';

/** What every token of these tests starts with. */
export const canary = 'ghs_CANARY0123456789';

/** A story told by three pull requests and a direct push, on a stand-in GitHub and in a clone. */
export interface ToolStory {
  hub: HubStory;
  /** #12 and #13 and the push are included, #14 is not. */
  manifest: Manifest;
  push: string;
}

export async function toolStory(): Promise<ToolStory> {
  const history = startedHistory();
  history.squash(12, 'feat: gifts', {
    body: pullRequestBodies.squash,
    files: { 'src/gift.ts': 'wrap\nbow\n', 'docs/gift.md': '# Gifts\n' },
  });
  history.mergePull(13, 'fix: totals', { commits: ['add a test', 'round halves up'] });
  history.squash(14, 'chore: secret');
  const typo = history.commit('Fix a typo', {
    body: 'It was in the footer.',
    files: { 'footer.txt': 'fine\n' },
  });
  const hub = await onGitHub(history);
  const push = hub.repo.sha(typo);
  const manifest = manifestOf([
    { title: 'feat: gifts', number: 12 },
    { title: 'fix: totals', number: 13 },
    { title: 'chore: secret', number: 14, excluded: { code: 'label', detail: 'internal' } },
    { title: 'Fix a typo', number: null, commit: push },
  ]);
  return { hub, manifest, push };
}

export interface OpenedTools {
  box: ToolBox;
  notices: Notice[];
  /** Reads one pull request. */
  read(key: string, what: string): Promise<ToolResult>;
  readCommit(commit: string): Promise<ToolResult>;
}

/** Quick bounds, so that what hangs ends soon. */
export const quickServer = { startMs: 5_000, callMs: 5_000 };

/** Opens the tools of a story; they are closed with the test. */
export async function openTools(
  { hub, manifest }: ToolStory,
  mcpServer: string,
  options: Partial<ToolBoxOptions> = {},
): Promise<OpenedTools> {
  const notices: Notice[] = [];
  const box = await openToolBox({
    manifest,
    sources: [hub.source],
    mcpServer,
    github: { token: canary, serverUrl: hub.github.url },
    environment: process.env,
    fetch: globalThis.fetch,
    install: async () => {
      throw new Error('nothing is installed in this test');
    },
    onNotice: (notice) => notices.push(notice),
    serverLimits: quickServer,
    ...options,
  });
  onTestFinished(() => box.close());
  let id = 0;
  const call = (name: string, input: object) =>
    box.call({ id: String(++id), name, arguments: JSON.stringify(input) }, new AbortController().signal);
  return {
    box,
    notices,
    read: (key, what) => call('read_pull_request', { key, what }),
    readCommit: (commit) => call('read_commit', { commit }),
  };
}

/** The same story's clone as a source that has read its window. */
export async function cloneSource({ hub }: ToolStory) {
  const source = await createGitSource(hub.repo.path, { environment: { ...gitEnvironment } });
  await source.read({ window: always, baseBranch: undefined, triggerPulls: [] });
  return source;
}
