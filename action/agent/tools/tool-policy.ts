import type { Manifest } from '../../../contract/manifest.ts';
import { answerTexts } from './answer-text.ts';
import { cleanLines, cleanTitle, cutText } from './clean-text.ts';
import { type PlannedCall, planCall, type RefusalCode, specsFor } from './model-tools.ts';
import { renderAnswer } from './render-answer.ts';
import type { ToolBox, ToolResult } from './tool-box.ts';
import { scopeOf } from './tool-scope.ts';
import type { ServerAnswer, ToolServer } from './tool-server.ts';

export interface ToolLimits {
  /** Calls of one run, refused ones included. */
  calls: number;
  /** Characters of one result; about a quarter as many tokens. */
  resultChars: number;
  /** One call with all that a server's restart takes, in milliseconds. */
  callMs: number;
}

export const toolLimits: ToolLimits = { calls: 40, resultChars: 12_000, callMs: 60_000 };

const mostErrorChars = 500;

type ErrorCode = RefusalCode | 'call_cap' | 'repeated_call' | 'tool_failed' | 'no_answer' | 'ended';

const failed = (code: ErrorCode, why: string): ToolResult => ({ content: `${code}: ${why}`, isError: true });

function resultOf({ reading }: PlannedCall, answer: ServerAnswer, { resultChars }: ToolLimits): ToolResult {
  const texts = answerTexts(answer);
  if (answer.isError) {
    return failed('tool_failed', cutText(cleanTitle(texts.join(' ').slice(0, 10_000)), mostErrorChars));
  }
  const raw = renderAnswer(reading, texts);
  // Cleaning takes out, so more than the budget is read of a long one, and not all of ten megabytes.
  const isLong = raw.length > resultChars * 4;
  const text = cleanLines(isLong ? raw.slice(0, resultChars * 4) : raw);
  return { content: cutText(text, resultChars, isLong ? raw.length : text.length), isError: false };
}

/**
 * The one policy in front of every server. The model names an entry of the manifest, code fills in the rest; what is
 * not allowed is answered in words and never reaches a server. Its calls never reject.
 */
export function createToolBox(
  manifest: Manifest,
  server: ToolServer,
  limits: ToolLimits = toolLimits,
): ToolBox {
  const scope = scopeOf(manifest);
  const specs = specsFor(scope);
  const asked = new Map<string, { times: number; result: Promise<ToolResult> | null }>();
  let calls = 0;
  let isClosed = false;

  async function execute(planned: PlannedCall, signal: AbortSignal): Promise<ToolResult> {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(limits.callMs)]);
    const given = new Promise<never>((_, reject) => {
      bounded.addEventListener('abort', () => reject(bounded.reason as Error), { once: true });
    });
    try {
      bounded.throwIfAborted();
      const answer = await Promise.race([server.call(planned.tool, planned.input, bounded), given]);
      return resultOf(planned, answer, limits);
    } catch (error) {
      if (signal.aborted) return failed('ended', 'The run is ending.');
      const why = error instanceof Error ? error.message : String(error);
      return failed('no_answer', cleanTitle(why).slice(0, mostErrorChars));
    }
  }

  /** The second time the same is asked, memory answers; from the third on, nobody does. */
  async function once(planned: PlannedCall, signal: AbortSignal): Promise<ToolResult> {
    const earlier = asked.get(planned.id) ?? { times: 0, result: null };
    earlier.times += 1;
    asked.set(planned.id, earlier);
    if (earlier.times > 2)
      return failed('repeated_call', 'This was answered twice already; use that answer.');
    if (earlier.result) {
      const { content, isError } = await earlier.result;
      return { content: `[the same call as before, answered from memory]\n${content}`, isError };
    }
    const result = execute(planned, signal);
    earlier.result = result;
    // A failure is worth another try.
    if ((await result).isError) earlier.result = null;
    return result;
  }

  return {
    get server() {
      return server.name;
    },
    specs,
    async call(call, signal) {
      if (isClosed || signal.aborted) return failed('ended', 'The run is ending.');
      calls += 1;
      if (calls > limits.calls) {
        return failed('call_cap', `All ${limits.calls} tool calls are spent; write with what you have.`);
      }
      const planned = planCall(call, scope);
      if ('refusal' in planned) return failed(planned.refusal.code, planned.refusal.why);
      return once(planned, signal);
    },
    async close() {
      isClosed = true;
      await server.close();
    },
  };
}
