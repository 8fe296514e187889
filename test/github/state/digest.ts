import { createHash } from 'node:crypto';

/** Forty hex digits that look like an object id; the same parts give the same id. */
export function objectId(...parts: readonly string[]): string {
  return createHash('sha1').update(parts.join('\0')).digest('hex');
}

/** A positive number for what GitHub numbers by itself, such as users. */
export function numberOf(...parts: readonly string[]): number {
  return Number.parseInt(objectId(...parts).slice(0, 7), 16) + 1;
}
