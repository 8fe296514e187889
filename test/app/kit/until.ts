import { vi } from 'vitest';

/** Waits until something is so, looking often; fails with the last reason when it never is. */
export const until = (check: () => unknown, timeoutMs = 15_000): Promise<unknown> =>
  vi.waitFor(check, { timeout: timeoutMs, interval: 20 });
