import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { heardPart } from '../../../app/intake/heard-part.ts';
import { payloads, readPayload, type EventName } from '../../../app/triggers/payloads.ts';

const published = createRequire(import.meta.url)('@octokit/webhooks-examples') as {
  name: string;
  examples: Record<string, unknown>[];
}[];
const heard = published.filter(({ name }) => Object.hasOwn(payloads, name));

test.each(heard.map(({ name, examples }) => [name, examples] as const))(
  'of every published example of %s the App reads the same from the part as from the whole',
  (name, examples) => {
    for (const example of examples) {
      const part = heardPart(name, example);
      expect(readPayload(name as EventName, part)).toEqual(readPayload(name as EventName, example));
      expect(part['action']).toEqual(example['action']);
    }
  },
);

test('no text of a pull request but its title is kept', () => {
  const [closed] = heard.find(({ name }) => name === 'pull_request')?.examples ?? [];
  const whole = { ...closed, pull_request: { ...(closed?.['pull_request'] as object), body: 'canary' } };
  const part = JSON.stringify(heardPart('pull_request', whole));
  expect(part).not.toContain('canary');
  expect(part.length).toBeLessThan(JSON.stringify(whole).length / 10);
});

test('of an event nobody hears only its action is kept', () => {
  expect(heardPart('star', { action: 'created', sender: { login: 'ada' } })).toEqual({ action: 'created' });
});

test('one that lacks what is read stays whole', () => {
  const odd = { action: 'closed', pull_request: null };
  expect(heardPart('pull_request', odd)).toBe(odd);
});
