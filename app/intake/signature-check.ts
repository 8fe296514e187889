import { createHmac, timingSafeEqual } from 'node:crypto';

/** Checks a body as it comes in, so that nothing of it is looked at before its signature is known to fit. */
export interface SignatureCheck {
  update(chunk: Uint8Array): void;
  /** True when the signature fits one of the secrets. Ends the check. */
  fits(): boolean;
}

/**
 * @param secrets the ones in force; more than one while the secret is being changed
 * @param signature `sha256=` and 64 hex digits, as GitHub sends it in `X-Hub-Signature-256`
 */
export function signatureCheck(secrets: readonly string[], signature: string): SignatureCheck {
  const sent = Buffer.from(signature.replace(/^sha256=/, ''), 'hex');
  const sums = secrets.map((secret) => createHmac('sha256', secret));
  return {
    update: (chunk) => {
      for (const sum of sums) sum.update(chunk);
    },
    // Every secret is compared, so that the time tells nothing.
    fits: () =>
      sums
        .map((sum) => sum.digest())
        .map((own) => own.length === sent.length && timingSafeEqual(own, sent))
        .includes(true),
  };
}
