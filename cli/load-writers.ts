import { setTimeout as sleep } from 'node:timers/promises';
import type { Writer } from '../action/agent/writer.ts';
import { proxiedFetch } from '../action/proxied-fetch.ts';
import type { Source } from '../action/sources/source.ts';
import type { PulseRequest } from '../contract/pulse-request.ts';
import type { Io } from './io.ts';

const secretNames = ['ZENPULSE_LLM_API_KEY', 'OPENAI_API_KEY', 'GITHUB_TOKEN', 'GH_TOKEN'];

/** Secrets of the environment that must not be kept anywhere. */
export const secretsIn = (environment: NodeJS.ProcessEnv): string[] =>
  secretNames.flatMap((name) => environment[name] || []);

/**
 * The writers of a run; a model's key and address come from the environment, never from options:
 * `ZENPULSE_LLM_API_KEY` and `ZENPULSE_LLM_BASE_URL`, else OpenAI's own names.
 */
export async function loadWriters(
  request: PulseRequest,
  sources: readonly Source[],
  { environment, clock, newId, signal }: Io,
): Promise<readonly Writer[]> {
  const fetch = proxiedFetch(environment);
  const { openWriters } = await import('../action/agent/open-writers.ts');
  return openWriters(request, {
    apiKey: environment['ZENPULSE_LLM_API_KEY'] || environment['OPENAI_API_KEY'] || undefined,
    baseUrl: environment['ZENPULSE_LLM_BASE_URL'] || environment['OPENAI_BASE_URL'] || undefined,
    edges: {
      fetch,
      clock,
      sleep: (ms, aborted) => sleep(ms, undefined, { signal: aborted }),
      random: Math.random,
    },
    newNonce: () => newId() + newId(),
    signal,
    openTools: async (manifest, onNotice) => {
      const { openToolBox } = await import('../action/agent/tools/open-tool-box.ts');
      return openToolBox({
        manifest,
        sources,
        mcpServer: 'builtin',
        github: null,
        environment,
        fetch,
        install: () => Promise.reject(new Error('the command line uses the built-in server')),
        onNotice,
      });
    },
  });
}
