/** Shorter ones would be found in ordinary words; nobody protects anything with them. */
const leastLength = 4;

/** Text without any of the secrets, each also as a URL would write it: receivers quote what they were sent. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((secret) => secret.length >= leastLength)
    .toSorted((one, other) => other.length - one.length)
    .reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}
