import type { ServerAnswer, ToolServer } from '../../action/agent/tools/tool-server.ts';
import { fakeTools } from './fake-stdio-server.ts';

export interface Asked {
  tool: string;
  input: Record<string, unknown>;
}

/** A server in memory that answers as a test says, and keeps what reached it. */
export function scriptedServer(
  answer: (asked: Asked, signal: AbortSignal) => Promise<ServerAnswer> | ServerAnswer,
): { server: ToolServer; asked: Asked[] } {
  const asked: Asked[] = [];
  const server: ToolServer = {
    name: 'scripted',
    tools: fakeTools(),
    async call(tool, input, signal) {
      asked.push({ tool, input });
      return answer({ tool, input }, signal);
    },
    close: async () => {},
  };
  return { server, asked };
}

export const texts = (...parts: string[]): ServerAnswer => ({
  blocks: parts.map((text) => ({ type: 'text', text })),
  isError: false,
});
