import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';

/** Seals text for the database and opens it again. */
export interface Sealer {
  /** @param scope whose text it is; it opens under no other */
  seal(text: string, scope: string): string;
  /** @throws ZenPulseError `sealed_unreadable` without the key, or when a byte or the scope is another one */
  open(sealed: string, scope: string): string;
  /** True when it was sealed with the key in use. */
  isCurrent(sealed: string): boolean;
}

const version = 'v1';
const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Names a key without telling anything of it: 32 bits of its digest. */
const idOf = (key: Buffer) =>
  createHash('sha256').update('zenpulse sealing key').update(key).digest('hex').slice(0, 8);

/**
 * AES-256-GCM. What is sealed is `v1.<key id>.<base64url of nonce, text and tag>`, so that keys can be changed: add the
 * new one in front, and take the old one away once nothing is sealed with it.
 * @param keys at least one, 32 bytes each in base64; the first seals, all of them open
 */
export function createSealer(keys: readonly [string, ...string[]]): Sealer {
  const [first, ...others] = keys.map((text) => {
    const key = Buffer.from(text, 'base64');
    return { id: idOf(key), key };
  });
  if (!first) throw new Error('there is no key to seal with');
  const prefix = `${version}.${first.id}.`;

  return {
    isCurrent: (sealed) => sealed.startsWith(prefix),
    seal(text, scope) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, first.key, iv, { authTagLength: tagBytes });
      const body = cipher.setAAD(Buffer.from(scope)).update(text, 'utf8');
      const parts = [iv, body, cipher.final()];
      return prefix + Buffer.concat([...parts, cipher.getAuthTag()]).toString('base64url');
    },
    open(sealed, scope) {
      const unreadable = (why: string, cause?: unknown) =>
        new ZenPulseError('sealed_unreadable', { scope, why }, { cause });
      const [format, id, body = ''] = sealed.split('.');
      const found = [first, ...others].find((each) => each.id === id);
      if (format !== version || !found) throw unreadable('the key it was sealed with is not there');
      const bytes = Buffer.from(body, 'base64url');
      if (bytes.length < ivBytes + tagBytes) throw unreadable('it is not whole');
      try {
        const decipher = createDecipheriv(algorithm, found.key, bytes.subarray(0, ivBytes), {
          authTagLength: tagBytes,
        });
        decipher.setAAD(Buffer.from(scope)).setAuthTag(bytes.subarray(-tagBytes));
        const text = decipher.update(bytes.subarray(ivBytes, -tagBytes));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch (error) {
        throw unreadable('it was changed, or sealed for another scope', error);
      }
    },
  };
}
