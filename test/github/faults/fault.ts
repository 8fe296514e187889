import type { Answer } from '../http/answer.ts';
import type { Delivery } from '../http/send-answer.ts';

/** Something that goes wrong with a request. Without any of the optional parts it does nothing. */
export interface Fault {
  /** Stands in the log of requests. */
  name: string;
  /** Runs before the request is handled, for instance to change what GitHub knows between two pages. */
  before?: () => void;
  /** Sent instead of GitHub's answer. */
  instead?: () => Answer;
  /** Changes GitHub's own answer. */
  change?: (answer: Answer) => Answer;
  /** How the answer leaves; default `whole`. */
  delivery?: Delivery;
  /**
   * The request does its work although its answer is lost, as a dispatch behind a bad gateway can. Only for a fault
   * with `instead` or a `delivery` other than whole; default false.
   */
  takesEffect?: boolean;
}
