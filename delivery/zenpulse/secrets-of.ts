import type { CallbackTarget } from './callback-target.ts';

/** Everything of a target that must be shown nowhere. Tokens that a try asks for come on top. */
export function secretsOf({ url, proof, signingSecret }: CallbackTarget): string[] {
  const { search, searchParams, hash, username, password } = URL.parse(url) ?? new URL('about:blank');
  return [
    ...(proof.kind === 'token' ? [proof.token] : []),
    ...(signingSecret === null ? [] : [signingSecret, signingSecret.replace(/^whsec_/, '')]),
    search.slice(1),
    ...searchParams.values(),
    hash.slice(1),
    username,
    password,
  ].filter((secret) => secret !== '');
}
