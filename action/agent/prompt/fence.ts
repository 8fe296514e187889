/** The marks of a data block. Text from pull requests cannot close one: it does not know the nonce. */
export const fenceMarks = (nonce: string) => ({ open: `<data ${nonce}>`, close: `</data ${nonce}>` });

/** Text as a data block; should it hold the nonce after all, that is taken out. */
export function fenced(text: string, nonce: string): string {
  const { open, close } = fenceMarks(nonce);
  return `${open}\n${text.replaceAll(nonce, '')}\n${close}`;
}
