/** Forms in which somebody who reads a text could still get at a secret. */

const percentOf = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const rot13 = (text: string) =>
  text.replace(/[a-z]/g, (char) => String.fromCharCode(((char.charCodeAt(0) - 97 + 13) % 26) + 97));

/** Base64 of a text wherever it starts in a longer one: the middle that its surroundings do not change. */
const base64Middles = (secret: string) =>
  [0, 1, 2].map((shift) => {
    const whole = Buffer.from('x'.repeat(shift) + secret)
      .toString('base64')
      .replace(/=+$/, '');
    return whole.slice(shift === 0 ? 0 : 4, whole.length - 3);
  });

/** Letters and digits only, in lower case: nothing put between them hides a secret. */
const squeeze = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}%]+/gu, '')
    .toLowerCase();

/** Finds all secrets that a text holds. Made once: it works the forms out beforehand. */
export function secretFinder(secrets: readonly string[]): (text: string) => string[] {
  const forms = secrets.map((secret) => {
    const squeezed = squeeze(secret);
    return {
      secret,
      squeezed: [
        squeezed,
        Array.from(squeezed).reverse().join(''),
        Buffer.from(secret).toString('hex'),
        squeeze(percentOf(secret)),
        rot13(squeezed),
      ],
      exact: base64Middles(secret),
    };
  });
  return (text) => {
    const squeezed = squeeze(text);
    const exact = text.replace(/[\s\\_-]+/g, '');
    return forms
      .filter(
        (each) =>
          each.squeezed.some((form) => squeezed.includes(form)) ||
          each.exact.some((form) => exact.includes(form)),
      )
      .map(({ secret }) => secret);
  };
}
