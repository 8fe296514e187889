import { expect, test } from 'vitest';
import { proveExactlyOnce } from '../app/model/prove-exactly-once.ts';

// Half of two thousand stories; the other half runs beside it.
test('a thousand stories of what is lost, doubled, late or killed keep every promise', {
  timeout: 1_800_000,
}, async () => {
  await expect(proveExactlyOnce(1_000, 3)).resolves.toBeUndefined();
});
