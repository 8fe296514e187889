/** What shows a receiver that a callback is ours. */
export type CallbackProof =
  /** The run's GitHub identity; asked for again in each try, since such a token lives a few minutes. */
  | { kind: 'oidc'; idToken: (audience: string) => Promise<string> }
  /** The one-time token of the request, as `webhook_token`. */
  | { kind: 'token'; token: string }
  | { kind: 'none' };

/** Where a callback goes and what proves it: an identity, a token, a signature, or a signature with one of them. */
export interface CallbackTarget {
  /** Absolute; its query may hold secrets and is shown nowhere. */
  url: string;
  proof: CallbackProof;
  /** A Standard Webhooks secret, `whsec_` and base64; null sends no signature. */
  signingSecret: string | null;
}
