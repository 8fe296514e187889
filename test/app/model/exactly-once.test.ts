import { expect, test } from 'vitest';
import { proveExactlyOnce } from './prove-exactly-once.ts';

// Two thousand more are part of npm run test:integration.
const stories = Number(process.env['ZENPULSE_STORIES'] ?? 100);

test('whatever is lost, doubled, late or killed: each merge is told once, each request answered and posted once', {
  timeout: 1_800_000,
}, async () => {
  await expect(proveExactlyOnce(stories)).resolves.toBeUndefined();
});
