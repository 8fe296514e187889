/** One attempt to deliver a webhook; a redelivery is a further one with the same guid. */
export interface HookDelivery {
  id: number;
  /** `X-GitHub-Delivery`. */
  guid: string;
  /** Instant in milliseconds. */
  at: number;
  event: string;
  action: string | null;
  isRedelivery: boolean;
  to: string;
  secret: string;
  payload: object;
  /** Answer of the receiver; 0 when it could not be reached in 10 s. */
  statusCode: number;
  durationMs: number;
}
