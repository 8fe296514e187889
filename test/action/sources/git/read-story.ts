import { type PulseResult, pulse } from '../../../../action/pulse.ts';
import { createGitSource } from '../../../../action/sources/git.ts';
import type { Change, Reading, SourceQuery, WindowQuery } from '../../../../action/sources/source.ts';
import { manifest } from '../../../../contract/manifest.ts';
import { pulseRequest } from '../../../../contract/pulse-request.ts';
import {
  type GitHistory,
  gitHistory,
  type HistoryOptions,
  type WrittenHistory,
} from '../../../git/git-history.ts';
import { gitEnvironment } from '../../../git/run-git.ts';
import { tempFolder } from '../../../git/temp-folder.ts';

export const origin = 'https://github.com/acme/shop.git';
const environment = { ...gitEnvironment };

/** A history of acme/shop that has begun: its first commit is tagged v1.0.0. */
export function startedHistory(options: HistoryOptions = {}): GitHistory {
  const history = gitHistory({ origin, ...options });
  history.commit('Initial commit');
  history.tag('v1.0.0');
  return history;
}

export const written = async (history: GitHistory): Promise<WrittenHistory> =>
  history.write(await tempFolder());

/** `v1..v2`, or one tag: from the previous tag of its series. */
export function tags(spec: string): WindowQuery {
  const [first = '', second] = spec.split('..');
  return { kind: 'tags', spec, base: second === undefined ? null : first, head: second ?? first };
}

export const dates = (start: string, end: string): WindowQuery => ({
  kind: 'dates',
  spec: `${start}..${end}`,
  start,
  end,
});

/** Wider than any story. */
export const always = dates('2000-01-01T00:00:00Z', '2100-01-01T00:00:00Z');

export async function readRepository(
  path: string,
  window: WindowQuery,
  query: Partial<Pick<SourceQuery, 'baseBranch' | 'triggerPulls'>> = {},
): Promise<Reading> {
  const source = await createGitSource(path, { environment });
  return source.read({ window, baseBranch: undefined, triggerPulls: [], ...query });
}

/** Writes the story and reads it once. */
export async function readStory(
  history: GitHistory,
  window: WindowQuery,
  query: Partial<Pick<SourceQuery, 'baseBranch' | 'triggerPulls'>> = {},
): Promise<Reading> {
  return readRepository((await written(history)).path, window, query);
}

/** Numbers of the pull requests found, in the order they reached the branch. */
export const numbers = ({ changes }: Reading): number[] => changes.flatMap(({ number }) => number ?? []);

/** Titles of what was pushed without a pull request. */
export const pushes = ({ changes }: Reading): string[] =>
  changes.flatMap(({ number, title }) => (number === null ? title : []));

export function pull({ changes }: Reading, number: number): Change {
  const found = changes.find((change) => change.number === number);
  if (!found) throw new Error(`#${number} was not found`);
  return found;
}

/** Runs the whole pipeline over clones and checks its manifest against the contract. */
export async function pulseOver(
  paths: readonly string[],
  request: Record<string, unknown> = {},
  now = '2026-12-01T00:00:00Z',
): Promise<PulseResult> {
  const sources = await Promise.all(paths.map((path) => createGitSource(path, { environment })));
  const { embeddedWriter } = await import('../../../../action/agent/embedded-writer.ts');
  const result = await pulse(pulseRequest.parse({ repo: [...paths], ...request }), {
    sources,
    clock: () => new Date(now),
    loadWriters: async () => [embeddedWriter],
    rules: null,
    requestId: 'request-1',
    pipelineRunId: 'run-1',
    tool: { name: 'zenpulse', version: '0.0.0', runtime: 'test' },
  });
  manifest.parse(result.manifest);
  return result;
}

export const pulseOverStory = async (history: GitHistory, request: Record<string, unknown> = {}) =>
  pulseOver([(await written(history)).path], request);

/** `12 included`, `13 excluded path`: what was decided over each pull request. */
export const decisions = ({ manifest: { pull_requests } }: PulseResult): string[] =>
  pull_requests.map(({ number, decision, reason }) =>
    [number, decision, reason?.code].filter(Boolean).join(' '),
  );
