import { type PulseEdges, type PulseResult, pulse } from '../../../../action/pulse.ts';
import type { Reading, Source, SourceQuery, WindowQuery } from '../../../../action/sources/source.ts';
import { manifest } from '../../../../contract/manifest.ts';
import { pulseRequest } from '../../../../contract/pulse-request.ts';
import { always } from '../git/read-story.ts';

export async function read(
  source: Source,
  window: WindowQuery = always,
  query: Partial<SourceQuery> = {},
): Promise<Reading> {
  return source.read({ window, baseBranch: undefined, triggerPulls: [], ...query });
}

/** Runs the whole pipeline over sources and checks its manifest against the contract. */
export async function pulseOver(
  sources: readonly Source[],
  request: Record<string, unknown> = {},
  edges: Partial<PulseEdges> = {},
): Promise<PulseResult> {
  const { embeddedWriter } = await import('../../../../action/agent/embedded-writer.ts');
  const result = await pulse(pulseRequest.parse({ repo: sources.map(({ key }) => key), ...request }), {
    sources,
    clock: () => new Date('2026-12-01T00:00:00Z'),
    loadWriters: async () => [embeddedWriter],
    rules: null,
    requestId: 'request-1',
    pipelineRunId: 'run-1',
    tool: { name: 'zenpulse', version: '0.0.0', runtime: 'test' },
    ...edges,
  });
  manifest.parse(result.manifest);
  return result;
}

/** The requests of the year the stories are told in, whole. */
export const wholeYear = { date_range: '2026-01-01..2026-11-30' };
