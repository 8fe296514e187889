/** Fails every test that reaches beyond this machine, also when the code under test swallows the error. */
import { afterEach } from 'vitest';
import { allowOnlyLoopback } from './loopback-only.ts';

const attempts = allowOnlyLoopback();

afterEach(() => {
  const seen = attempts.splice(0);
  if (seen.length > 0) {
    throw new Error(
      `This test reached out to the network: ${seen.join(', ')}. ` +
        'Tests talk to loopback only: start a server on 127.0.0.1 or pass in a fake.',
    );
  }
});
