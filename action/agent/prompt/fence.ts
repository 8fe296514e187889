import { createRedactor } from '../../lineage/redact.ts';

/** The marks of a data block. Text from pull requests cannot close one: it does not know the nonce. */
export const fenceMarks = (nonce: string) => ({ open: `<data ${nonce}>`, close: `</data ${nonce}>` });

const withoutCredentials = createRedactor([]);

/**
 * Text as it may stand in a data block: without the nonce, should it hold that after all, as a model's own notes can,
 * and without credentials that somebody left in it. What a model has not read it cannot be made to repeat.
 */
export const insideFence = (text: string, nonce: string): string =>
  withoutCredentials(text).replaceAll(nonce, '');

/** Text as a data block. */
export function fenced(text: string, nonce: string): string {
  const { open, close } = fenceMarks(nonce);
  return `${open}\n${insideFence(text, nonce)}\n${close}`;
}
