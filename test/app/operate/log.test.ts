import { expect, test } from 'vitest';
import { createLog } from '../../../app/operate/create-log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void, secrets: string[] = []): string {
  const lines: string[] = [];
  write(createLog({ level: 'info', secrets, write: (line) => lines.push(line) }));
  return lines.join('');
}

test.each([
  ['an installation token', `ghs_${'a'.repeat(36)}`],
  ['a long installation token', `ghs_${'a'.repeat(40)}.${'b'.repeat(400)}.c-d_e`],
  ['a bot token', 'xoxb-123456789012-abcdefABCDEF'],
  ['an incoming webhook', 'https://hooks.slack.com/services/T000/B000/XXXX'],
  ['a signing secret', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  ['a JSON web token', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.c2lnbmF0dXJl'],
  ['a one-time token', `zpt_${'a'.repeat(43)}`],
  ['a one-time token in an address', 'https://zen.example.com/done?token=one-time-canary'],
  ['a password in an address', 'postgres://zen:canary-password@db/zen'],
  ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIcanary\n-----END RSA PRIVATE KEY-----'],
])('%s is never printed', (_name, secret) => {
  const text = logged((log) => {
    log.info({ nested: { secret } }, `said ${secret}`);
    log.error(new Error(secret));
  });
  const core = secret.includes('canary') ? 'canary' : secret.slice(-12);
  expect(text).not.toContain(core);
  expect(text).toContain('[redacted]');
});

test('a configured secret is found whatever it looks like, escaped by JSON too', () => {
  const text = logged((log) => log.info({ value: 'plain "canary"\nvalue' }), ['plain "canary"\nvalue']);
  expect(text).not.toContain('canary');
});

test('honest text stays readable', () => {
  const text = logged((log) => log.info('dispatched acme/shop#12 as run 4711: token accepted'));
  expect(text).toContain('dispatched acme/shop#12 as run 4711: token accepted');
});

test('of an error nothing is printed but its name, code, words, place and cause', () => {
  const cause = Object.assign(new Error('connect failed'), { code: 'ECONNREFUSED', payload: 'canary' });
  const error = Object.assign(new TypeError('it broke', { cause }), { event: { title: 'canary' } });
  const text = logged((log) => log.error({ err: error }, 'a job failed'));
  expect(text).not.toContain('canary');
  expect(JSON.parse(text)).toMatchObject({
    err: {
      type: 'TypeError',
      message: 'it broke',
      stack: expect.stringContaining('log.test.ts') as string,
      cause: { code: 'ECONNREFUSED' },
    },
  });
});
