import type { ModelPort, ModelReply, ModelRequest } from '../../../../action/agent/model/model-port.ts';
import type { ToolBox } from '../../../../action/agent/tools/tool-box.ts';

/** A turn of a scripted model: a reply by parts, or what else may happen to a call. */
export type Turn = Partial<ModelReply> | 'stall' | Error;

export interface ScriptedPort extends ModelPort {
  requests: ModelRequest[];
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(new Error('aborted'));
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });

/** A model that says what a script says, the last turn for ever; or what a function makes of the request. */
export function scriptedPort(script: readonly Turn[] | ((request: ModelRequest) => Turn)): ScriptedPort {
  const requests: ModelRequest[] = [];
  return {
    adapter: 'chat',
    model: 'scripted',
    requests,
    async complete(request) {
      const turn =
        typeof script === 'function'
          ? script(request)
          : (script[Math.min(requests.length, script.length - 1)] ?? {});
      requests.push(request);
      if (turn === 'stall') return aborted(request.signal);
      if (turn instanceof Error) throw turn;
      return {
        content: '',
        toolCalls: [],
        finish: 'stop',
        usage: { inputTokens: 100, outputTokens: 50 },
        model: 'scripted',
        carry: null,
        ...turn,
      };
    },
  };
}

/** Tools that answer anything, and count. */
export function countingTools(): ToolBox & { calls: number } {
  const box = {
    server: 'counting',
    calls: 0,
    specs: [{ name: 'read_pull_request', description: 'Reads one.', parameters: { type: 'object' } }],
    async call() {
      box.calls += 1;
      return { content: 'a result', isError: false };
    },
    async close() {},
  };
  return box;
}

let nextId = 0;

export const toolCall = (name: string, given: unknown) => ({
  id: `call-${nextId++}`,
  name,
  arguments: typeof given === 'string' ? given : JSON.stringify(given),
});

export const submits = (draft: unknown): Partial<ModelReply> => ({
  finish: 'tool_calls',
  toolCalls: [toolCall('submit_report', draft)],
});

export const reads = (...ids: string[]): Partial<ModelReply> => ({
  finish: 'tool_calls',
  toolCalls: ids.map((key) => toolCall('read_pull_request', { key, what: 'summary' })),
});
