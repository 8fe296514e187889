import type { ZenPulseError } from '../../contract/zenpulse-error.ts';

/** What came of one try. */
export interface TryResult {
  verdict: 'delivered' | 'refused' | 'again';
  /** One line, without secrets. */
  outcome: string;
  /** What the receiver said, shortened, without secrets; null when it did not. */
  answer: string | null;
  /** The receiver may have it, although it did not say so: then "I have it already" is good news. */
  mayHaveArrived: boolean;
  /** How long it asks to wait, in milliseconds; null when it does not. */
  waitMs: number | null;
  /** Why it ends when it ends with this try; null for the common one. */
  problem: ZenPulseError | null;
}
