import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSealer } from '../../../app/posting/seal.ts';

const key = () => randomBytes(32).toString('base64');
const scope = 'repository:42';

it('what was sealed opens again, and shows nothing meanwhile', () => {
  const { seal, open } = createSealer([key()]);
  const sealed = seal('canary ✓', scope);
  expect(sealed).toMatch(/^v1\.[\da-f]{8}\.[\w-]+$/);
  expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('canary');
  expect(open(sealed, scope)).toBe('canary ✓');
});

it('the same text is sealed otherwise each time', () => {
  const { seal } = createSealer([key()]);
  expect(seal('text', scope)).not.toBe(seal('text', scope));
});

it('nothing opens under another scope', () => {
  const { seal, open } = createSealer([key()]);
  const sealed = seal('text', scope);
  expect(() => open(sealed, 'repository:43')).toThrow('was changed, or sealed for another scope');
});

it('nothing opens after any byte was changed', () => {
  const { seal, open } = createSealer([key()]);
  const [version, id, body = ''] = seal('text', scope).split('.');
  const bytes = Buffer.from(body, 'base64url');
  for (const at of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => open(`${version}.${id}.${changed.toString('base64url')}`, scope)).toThrow(
      'cannot be opened',
    );
  }
});

it.each(['', 'v1', 'v1.00000000', 'v2.00000000.AAAA', 'plain text'])('%j is not taken for sealed', (text) => {
  const { open } = createSealer([key()]);
  expect(() => open(text, scope)).toThrow('cannot be opened');
});

it('what is cut short does not open', () => {
  const { seal, open } = createSealer([key()]);
  const sealed = seal('', scope);
  expect(() => open(sealed.slice(0, -4), scope)).toThrow('it is not whole');
});

it('an older key opens what it sealed, and the newer one seals', () => {
  const [older, newer] = [key(), key()];
  const sealed = createSealer([older]).seal('text', scope);
  const both = createSealer([newer, older]);
  expect(both.open(sealed, scope)).toBe('text');
  expect([both.isCurrent(sealed), both.isCurrent(both.seal('text', scope))]).toEqual([false, true]);
  expect(() => createSealer([newer]).open(sealed, scope)).toThrow('the key it was sealed with is not there');
});
