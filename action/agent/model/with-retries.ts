import { type CallFailure, type Asked, transientFailure } from './call-failure.ts';
import type { ModelCallLimits, ModelEdges } from './model-edges.ts';

export type Tried<Result> = { result: Result } | { failure: CallFailure };

const firstPauseMs = 500;

/** Half a second, then a second, each by half up or down so that runs started together part. */
const pauseMs = (tries: number, random: () => number) => firstPauseMs * 2 ** (tries - 1) * (0.5 + random());

/**
 * Makes one call and, where that may help, makes it again: at most `limits.retries` times, after the wait the server
 * asks for or a growing pause, and never beyond the caller's signal.
 * @throws ZenPulseError the last failure; `model_unavailable` as soon as the signal is aborted
 */
export async function withRetries<Result>(
  attempt: () => Promise<Tried<Result>>,
  asked: Asked,
  signal: AbortSignal,
  edges: Pick<ModelEdges, 'sleep' | 'random'>,
  limits: ModelCallLimits,
): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    const ended = (why: string) => transientFailure(asked, why).error(tries);
    if (signal.aborted) throw transientFailure(asked, 'the call was ended before it').error(tries - 1);
    const tried = await attempt();
    if ('result' in tried) return tried.result;
    const { failure } = tried;
    if (signal.aborted) throw ended('the call was ended while it was under way');
    if (!failure.retry || tries > limits.retries) throw failure.error(tries);
    const waitMs = failure.waitMs ?? pauseMs(tries, edges.random);
    if (waitMs > limits.waitMs) {
      const { message } = failure.error(tries);
      throw ended(`it asks to wait ${Math.ceil(waitMs / 1000)} s, longer than a run waits; ${message}`);
    }
    try {
      await edges.sleep(waitMs, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      throw ended('the call was ended while it waited to try again');
    }
  }
}
