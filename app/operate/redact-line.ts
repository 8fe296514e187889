/** Secrets by their look: tokens of GitHub and Slack, one-time tokens, signing secrets, JWTs, keys in PEM, passwords in addresses. */
const shapes: readonly RegExp[] = [
  /\bgh[opsur]_[\w.-]{20,}/g,
  /\bgithub_pat_\w{20,}/g,
  /\bxox[a-z]-[\w-]{10,}/g,
  /\bzpt_[\w-]{20,}/g,
  /\bwhsec_[\w+/=-]{10,}/g,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /https:\/\/hooks\.slack(?:-gov)?\.com\/[\w/-]+/g,
  /(?<=\/\/[^\s/:@]{1,100}:)[^\s/@]+(?=@)/g,
  /(?<=[?&]token=)[^\s&"]+/g,
];

/** In place of what was left out. */
export const redacted = '[redacted]';

/**
 * Takes known secrets and whatever looks like one out of a line.
 * @param secrets values known from the configuration; JSON-escaped forms are found too
 */
export function lineRedactor(secrets: readonly string[]): (line: string) => string {
  const known = secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .filter((secret) => secret.length >= 6)
    .toSorted((a, b) => b.length - a.length);
  return (line) => {
    const withoutKnown = known.reduce((text, secret) => text.replaceAll(secret, redacted), line);
    return shapes.reduce((text, shape) => text.replace(shape, redacted), withoutKnown);
  };
}
