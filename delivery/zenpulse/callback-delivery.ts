import type { ZenPulseError } from '../../contract/zenpulse-error.ts';

export interface CallbackTry {
  at: Date;
  /** One line: what was answered or went wrong. It holds no secret. */
  outcome: string;
}

/** What came of a callback. */
export interface CallbackDelivery {
  /** `refused`: for good, by the receiver or by a rule. `exhausted`: for now, every try failed or the run was stopped. */
  state: 'delivered' | 'refused' | 'exhausted';
  /** The same in every try, and when the job is run again: the `webhook-id`. */
  webhookId: string;
  /** Empty when nothing could be tried. */
  tries: readonly CallbackTry[];
  /** Beginning of what the receiver said last, on one line, without secrets; null when it said nothing. */
  answer: string | null;
  /** Null only when delivered. */
  problem: ZenPulseError | null;
}
