import type { Signature } from './commit.ts';

/**
 * Login of the account a commit's mail address belongs to: the one in a no-reply address, `web-flow` for what
 * GitHub commits itself, else the name in the form of a login; null where that leaves nothing.
 * Bots end in `[bot]`, as REST shows them.
 */
export function loginOf({ name, email }: Pick<Signature, 'name' | 'email'>): string | null {
  if (email === 'noreply@github.com') return 'web-flow';
  const known = /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/i.exec(email)?.[1];
  if (known !== undefined) return known;
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 39);
  return slug === '' ? null : slug;
}

/** `Ada Lovelace <ada@example.com>` as its two parts. */
export function identity(text: string): Pick<Signature, 'name' | 'email'> {
  const [, name, email] = /^(.*?)\s*<([^>]*)>$/.exec(text) ?? [];
  if (name === undefined || email === undefined) throw new Error(`'${text}' is not 'Name <mail>'`);
  return { name, email };
}
