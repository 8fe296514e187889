import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import type { ModelCallLimits } from '../../../../action/agent/model/model-edges.ts';
import type { ModelPort, ModelReply, ModelRequest } from '../../../../action/agent/model/model-port.ts';
import { openModel } from '../../../../action/agent/model/open-model.ts';
import { ZenPulseError } from '../../../../contract/zenpulse-error.ts';
import type { Manners } from '../../../model/manners.ts';
import { type Script, type ScriptedModel, startScriptedModel } from '../../../model/scripted-model.ts';

export const apis = ['chat', 'responses'] as const;

/** The key of these tests; nothing that leaves the port may hold a telling part of it. */
export const canary = 'sk-proj-CANARY0123456789abcdef';

export const startedAt = Date.parse('2026-11-20T09:00:00Z');

export const quick: ModelCallLimits = { retries: 2, tryMs: 2_000, waitMs: 60_000 };

const closed = { type: 'object', properties: {}, required: [], additionalProperties: false };
export const readTool = { name: 'read', description: 'Reads one', parameters: closed };
export const answerFormat = {
  name: 'report',
  schema: {
    ...closed,
    properties: { headline: { type: ['string', 'null'] } },
    required: ['headline'],
  },
};

export const asking = (changes: Partial<ModelRequest> = {}): ModelRequest => ({
  messages: [
    { role: 'system', content: 'You write.' },
    { role: 'user', content: 'Write.' },
  ],
  tools: [],
  answer: null,
  maxOutputTokens: 500,
  signal: new AbortController().signal,
  ...changes,
});

/** The conversation after a reply, with a result for each of its calls. */
export const following = (reply: ModelReply, changes: Partial<ModelRequest> = {}): ModelRequest => {
  const { content, toolCalls, carry } = reply;
  const results = toolCalls.map(({ id }) => ({
    role: 'tool' as const,
    callId: id,
    content: `result of ${id}`,
  }));
  const request = asking({ tools: [readTool], ...changes });
  return {
    ...request,
    // Through JSON, as a trace keeps it.
    messages: [
      ...request.messages,
      JSON.parse(JSON.stringify({ role: 'assistant', content, toolCalls, carry })),
      ...results,
    ],
  };
};

export interface Asked {
  server: ScriptedModel;
  port: ModelPort;
  /** Milliseconds asked of the injected sleep, in order. */
  waits: number[];
  /** The error of one call, checked for the key. */
  failure: (request?: ModelRequest) => Promise<ZenPulseError>;
}

export interface Setting {
  api?: 'auto' | 'chat' | 'responses';
  manners?: Manners;
  limits?: Partial<ModelCallLimits>;
  /** Sleeps for real, for what an abort does to a wait. */
  sleeps?: boolean;
  baseUrl?: string;
  key?: string | null;
}

/** A port over a scripted model. Unless told so nothing really waits. */
export async function askScripted(script: Script, setting: Setting = {}): Promise<Asked> {
  const { api = 'chat', manners = {}, limits = {}, sleeps = false, key = canary } = setting;
  const server = await startScriptedModel(script, manners);
  onTestFinished(() => server.close());
  const waits: number[] = [];
  const port = openModel(
    {
      llm_model: 'scripted',
      llm_api: api,
      llm_base_url: setting.baseUrl ?? server.baseUrl,
      llm_api_key: key ?? undefined,
    },
    {
      fetch: (input, init) => globalThis.fetch(input, init),
      clock: () => new Date(startedAt),
      sleep: async (ms, signal) => {
        waits.push(ms);
        if (sleeps) await wait(ms, undefined, { signal });
      },
      random: () => 0.5,
    },
    { ...quick, ...limits },
  );
  const failure = async (request = asking()) => {
    try {
      const reply = await port.complete(request);
      throw new Error(`the call did not fail: ${JSON.stringify(reply)}`);
    } catch (error) {
      expect(error).toBeInstanceOf(ZenPulseError);
      const shown = inspect(error, { depth: 20, showHidden: true, maxStringLength: null });
      expect(shown).not.toContain('CANARY');
      return error as ZenPulseError;
    }
  };
  return { server, port, waits, failure };
}
