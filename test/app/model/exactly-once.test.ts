import { expect, test } from 'vitest';
import { proveExactlyOnce } from './prove-exactly-once.ts';

// Two thousand more are part of npm run test:integration. To look for new ones: ZENPULSE_STORIES=5000 ZENPULSE_SEED=$RANDOM.
const stories = Number(process.env['ZENPULSE_STORIES'] ?? 100);
const seed = Number(process.env['ZENPULSE_SEED'] ?? 1);

test('whatever is lost, doubled, late or killed: each merge is told once, each request answered and posted once', {
  timeout: 1_800_000,
}, async () => {
  await expect(proveExactlyOnce(stories, seed)).resolves.toBeUndefined();
});
