import { ZenPulseError } from '../contract/zenpulse-error.ts';
import type { DeliveryEdges, IncomingAnswer } from './edges.ts';
import type { SlackMessage } from './slack/block-kit.ts';
import { judgeAnswer, type Verdict } from './slack/judge-answer.ts';
import { passGate } from './slack/mention-gate.ts';
import { type PostedMessage, type SlackTarget, slackRequest } from './slack/target.ts';

export type { PostedMessage, SlackTarget } from './slack/target.ts';

/** What came of a delivery. */
export interface SlackDelivery {
  /**
   * `sent`: all messages. `failed`: the rest was not posted. `unknown`: one message may have been posted or not, and a
   * person has to look before anything is sent again.
   */
  state: 'sent' | 'failed' | 'unknown';
  /** Messages that Slack confirmed. */
  posted: number;
  total: number;
  /** Null when all were sent. It holds no secret. */
  problem: ZenPulseError | null;
  /** The first message, where Slack names it: with a bot token. */
  message: PostedMessage | null;
}

/** Slack takes about one message a second in a channel. */
const pauseMs = 1_100;
/** A wait that nobody told the length of. */
const untoldMs = 10_000;
/** Waits that Slack asks for, in sum; jobs that report back should not stand for long. */
const mostWaitMs = 5 * 60_000;
/** Tries of one message when nothing could be sent at all. */
const connectTries = 3;

type Outcome =
  | { state: 'sent'; message: PostedMessage | null }
  | { state: 'failed' | 'unknown'; problem: ZenPulseError };

const inWords = (ms: number): string => {
  const seconds = Math.ceil(ms / 1_000);
  if (seconds < 120) return `${seconds} s`;
  return `${Math.ceil(seconds / 60).toLocaleString('en')} min`;
};

/** Whatever the fetch threw that is not its own error may quote the address: only its kind is told. */
function faultOf(thrown: unknown): ZenPulseError {
  if (thrown instanceof ZenPulseError) return thrown;
  const kind = thrown instanceof Error ? thrown.name : typeof thrown;
  return new ZenPulseError('slack_unclear', { answer: `the request broke off: ${kind}` });
}

/** Sends messages one by one. It keeps what all of them share: how long Slack made us wait. */
function createSender(target: SlackTarget, edges: DeliveryEdges) {
  let waitedMs = 0;

  /** @returns false when the run was stopped */
  const pause = async (ms: number): Promise<boolean> => {
    try {
      await edges.sleep(ms, edges.signal);
    } catch (error) {
      if (!edges.signal.aborted) throw error;
    }
    return !edges.signal.aborted;
  };
  const stopped = (): Outcome => ({ state: 'failed', problem: new ZenPulseError('slack_stopped', {}) });

  async function ask(message: SlackMessage, head: PostedMessage | null): Promise<IncomingAnswer | Outcome> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await edges.fetch(slackRequest(message, target, head), edges.signal);
      } catch (thrown) {
        const problem = faultOf(thrown);
        if (problem.code === 'destination_refused') return { state: 'failed', problem };
        // Nothing was sent, so nothing can be posted twice.
        if (problem.code !== 'destination_unreachable') return { state: 'unknown', problem };
        if (edges.signal.aborted) return stopped();
        if (tries === connectTries) return { state: 'failed', problem };
      }
      if (!(await pause(1_000 * 2 ** (tries - 1) * (1 + edges.random())))) return stopped();
    }
  }

  /** Waits as told, unless all waits together become too long. */
  async function wait({ ms }: Extract<Verdict, { kind: 'wait' }>): Promise<Outcome | null> {
    const waitMs = Math.max(ms ?? untoldMs, pauseMs);
    waitedMs += waitMs;
    if (waitedMs > mostWaitMs) {
      return { state: 'failed', problem: new ZenPulseError('slack_rate_limited', { wait: inWords(waitMs) }) };
    }
    return (await pause(waitMs)) ? null : stopped();
  }

  async function send(message: SlackMessage, head: PostedMessage | null): Promise<Outcome> {
    for (;;) {
      const answer = await ask(message, head);
      if ('state' in answer) return answer;
      const verdict = judgeAnswer(answer, target.kind, edges.clock());
      if (verdict.kind === 'posted') return { state: 'sent', message: verdict.message };
      if (verdict.kind === 'refused') return { state: 'failed', problem: verdict.problem };
      if (verdict.kind === 'unclear') return { state: 'unknown', problem: verdict.problem };
      const outcome = await wait(verdict);
      if (outcome !== null) return outcome;
    }
  }

  return {
    send,
    /** Between two messages. */
    rest: async (): Promise<Outcome | null> => ((await pause(pauseMs)) ? null : stopped()),
  };
}

function problemAtGate(messages: readonly SlackMessage[]): ZenPulseError | null {
  try {
    passGate(messages);
    return null;
  } catch (thrown) {
    if (thrown instanceof ZenPulseError) return thrown;
    throw thrown;
  }
}

/**
 * Posts messages in order: with a bot token the first in the channel and the others in its thread, with a webhook one
 * below the other. It stops at the first that is not confirmed, and never posts anything twice on a guess: webhooks
 * have no key by which Slack could tell a repeated message.
 *
 * It does not throw for what it meets on the way: every end is a result, with the problem in it.
 */
export async function deliverToSlack(
  messages: readonly SlackMessage[],
  target: SlackTarget,
  edges: DeliveryEdges,
): Promise<SlackDelivery> {
  const total = messages.length;
  const unsafe = problemAtGate(messages);
  if (unsafe !== null) return { state: 'failed', posted: 0, total, problem: unsafe, message: null };
  const { send, rest } = createSender(target, edges);
  let head: PostedMessage | null = null;
  for (const [posted, message] of messages.entries()) {
    const outcome: Outcome = (posted === 0 ? null : await rest()) ?? (await send(message, head));
    if (outcome.state !== 'sent') {
      return { state: outcome.state, posted, total, problem: outcome.problem, message: head };
    }
    head ??= outcome.message;
  }
  return { state: 'sent', posted: total, total, problem: null, message: head };
}
