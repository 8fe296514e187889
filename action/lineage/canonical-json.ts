import { configure } from 'safe-stable-stringify';

const stringify = configure({ deterministic: true, strict: true });

/** JSON with sorted keys, two-space indents and a final line break: the same value gives the same bytes. */
export const canonicalJson = (value: object): string => `${stringify(value, null, 2)}\n`;
