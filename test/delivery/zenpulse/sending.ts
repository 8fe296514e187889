import { inspect } from 'node:util';
import { expect } from 'vitest';
import type { CallbackPayload } from '../../../contract/callback-payload.ts';
import { deadLetter } from '../../../contract/dead-letter.ts';
import type { DeliveryEdges } from '../../../delivery/edges.ts';
import { createGuardedFetch, type GuardOptions } from '../../../delivery/guarded-fetch.ts';
import { type CallbackDelivery, type CallbackTarget, sendCallback } from '../../../delivery/zenpulse.ts';
import { deadLetterOf } from '../../../delivery/zenpulse/dead-letter.ts';
import { secretFinder } from '../../hostile/secret-forms.ts';

/** Secrets of deliveries; nothing that a delivery leaves behind may hold one. */
export const secrets = {
  token: 'zpcanary4OneTimeTokenOfTheRequest8Kd2',
  signing: `whsec_${Buffer.from('zpcanary9SigningSecretOfTheReceiver').toString('base64')}`,
  query: 'zpcanary6KeyInTheQueryOfTheAddress3Fv',
};

export const payload: CallbackPayload = {
  contract_version: '1',
  request_id: 'request-1',
  pipeline_run_id: '4711-1',
  status: 'no_changes',
  artifact_uri: null,
  artifact_digest: null,
  results: null,
  error: null,
};

export interface Sending {
  edges: DeliveryEdges;
  /** Milliseconds of the pauses, in order. Nothing really waits. */
  waits: number[];
  now: () => number;
  stop: AbortController;
}

export interface SendingOptions extends Partial<GuardOptions> {
  startAt?: number;
  /** Called in each pause, after the clock has moved on. */
  onPause?: (count: number) => void;
}

/** Edges with a clock that only pauses move, and names that all lead to the loopback address. */
export function sendingTo(host: string, options: SendingOptions = {}): Sending {
  const { startAt = Date.parse('2026-11-20T12:00:00Z'), onPause, ...guard } = options;
  let now = startAt;
  const waits: number[] = [];
  const stop = new AbortController();
  const edges: DeliveryEdges = {
    fetch: createGuardedFetch({
      allowedHosts: [host],
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      ...guard,
    }),
    clock: () => new Date(now),
    sleep: async (ms, signal) => {
      waits.push(ms);
      now += ms;
      onPause?.(waits.length);
      signal?.throwIfAborted();
    },
    random: () => 0.5,
    signal: stop.signal,
  };
  return { edges, waits, now: () => now, stop };
}

/** Sends, and looks for secrets in all that is left: the result, its errors and the dead letter. */
export async function send(
  target: Partial<CallbackTarget> & { url: string },
  { edges }: Sending,
  options: { payload?: CallbackPayload; alsoSecret?: readonly string[] } = {},
): Promise<CallbackDelivery> {
  const whole: CallbackTarget = { proof: { kind: 'none' }, signingSecret: null, ...target };
  const sent = options.payload ?? payload;
  const delivery = await sendCallback(sent, whole, edges);
  const letter = deadLetterOf(sent, whole.url, delivery);
  if (letter !== null) expect(deadLetter.parse(letter)).toEqual(letter);
  const find = secretFinder([...Object.values(secrets), ...(options.alsoSecret ?? [])]);
  const left = inspect([delivery, letter, delivery.problem?.stack], {
    depth: 20,
    showHidden: true,
    maxStringLength: null,
    maxArrayLength: null,
  });
  expect(find(left)).toEqual([]);
  return delivery;
}
