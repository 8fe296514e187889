import { expect, test } from 'vitest';
import { readConfiguration, secretsOf } from '../../app/configuration.ts';
import type { ZenPulseError } from '../../contract/zenpulse-error.ts';

const pem = '-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----';
const whole = {
  APP_ID: '4711',
  PRIVATE_KEY: pem,
  WEBHOOK_SECRET: 'a-long-enough-secret-of-one',
  ZENPULSE_URL: 'https://zenpulse.example.com/',
};

function refusal(variables: NodeJS.ProcessEnv): string {
  try {
    readConfiguration(variables);
    return 'none';
  } catch (error) {
    return (error as ZenPulseError).message;
  }
}

test('an empty environment is refused with everything it lacks at once', () => {
  const message = refusal({});
  for (const name of ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET', 'ZENPULSE_URL'])
    expect(message).toContain(`${name} is not set`);
});

test.each(['development', 'secret', 'short', ''])('the webhook secret "%s" is refused', (secret) => {
  expect(refusal({ ...whole, WEBHOOK_SECRET: secret })).toContain('WEBHOOK_SECRET');
});

test('a refusal never shows a value', () => {
  const message = refusal({ ...whole, PRIVATE_KEY: 'canary-key', DATABASE_URL: 'mysql://canary' });
  expect(message).toContain('PRIVATE_KEY is set, but');
  expect(message).not.toContain('canary');
});

test('the embedded database and github.com are the defaults', () => {
  expect(readConfiguration(whole)).toMatchObject({
    publicUrl: 'https://zenpulse.example.com',
    apiUrl: 'https://api.github.com',
    oidcIssuer: 'https://token.actions.githubusercontent.com',
    database: { kind: 'embedded', folder: 'data' },
    callbackProof: 'oidc',
    host: '127.0.0.1',
    slack: null,
  });
});

test("a GitHub server's own addresses follow from its name", () => {
  expect(readConfiguration({ ...whole, GITHUB_SERVER_URL: 'https://git.example.com/' })).toMatchObject({
    serverUrl: 'https://git.example.com',
    apiUrl: 'https://git.example.com/api/v3',
    oidcIssuer: 'https://git.example.com/_services/token',
  });
});

test('a private key on one line is the same key', () => {
  expect(readConfiguration({ ...whole, PRIVATE_KEY: pem.replaceAll('\n', '\\n') }).privateKey).toBe(pem);
});

test('a bot token needs a channel', () => {
  expect(refusal({ ...whole, SLACK_BOT_TOKEN: 'xoxb-1' })).toContain('SLACK_CHANNEL');
});

test('both webhook secrets are accepted while one replaces the other', () => {
  const { webhookSecrets } = readConfiguration({
    ...whole,
    WEBHOOK_SECRET_PREVIOUS: 'the-secret-there-was-before',
  });
  expect(webhookSecrets).toEqual([whole.WEBHOOK_SECRET, 'the-secret-there-was-before']);
});

test('the password of the database is a secret by itself', () => {
  const configuration = readConfiguration({ ...whole, DATABASE_URL: 'postgres://zen:pa55-word@db/zen' });
  expect(secretsOf(configuration)).toContain('pa55-word');
});
