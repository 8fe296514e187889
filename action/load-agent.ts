import type { Writer } from './agent/writer.ts';
import type { Inputs } from './read-inputs.ts';
import type { Run, RunnerEdges } from './runner-edges.ts';
import type { Source } from './sources/source.ts';

/** The agent with its tools where a model was asked for; nothing of it is loaded otherwise. */
export async function loadAgent(
  request: Inputs['request'],
  { action }: Inputs,
  sources: readonly Source[],
  { context, edges }: Run,
): Promise<readonly Writer[]> {
  const { openWriters } = await import('./agent/open-writers.ts');
  return openWriters(request, {
    apiKey: action.llm_api_key,
    baseUrl: action.llm_base_url,
    edges,
    newNonce: edges.newId,
    signal: edges.signal,
    openTools: async (manifest, onNotice) => {
      const { openToolBox } = await import('./agent/tools/open-tool-box.ts');
      return openToolBox({
        manifest,
        sources,
        mcpServer: action.mcp_server ?? (request.llm_model === 'embedded' ? 'builtin' : 'github'),
        github:
          action.github_token === undefined
            ? null
            : { token: action.github_token, serverUrl: context.serverUrl },
        environment: edges.variables,
        fetch: edges.fetch,
        install: () => installPinnedServer(context.tempFolder, edges),
        onNotice,
      });
    },
  });
}

async function installPinnedServer(tempFolder: string, { platform, arch }: RunnerEdges): Promise<string> {
  const [{ installServer }, cache] = await Promise.all([
    import('./agent/tools/install-server.ts'),
    import('@actions/tool-cache'),
  ]);
  return installServer({ cache, tempFolder, platform, arch });
}
