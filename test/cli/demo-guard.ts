// Loaded before the demo: it ends with a code of its own where anything wanted to leave this machine.
import { allowOnlyLoopback } from '../setup/loopback-only.ts';

const attempts = allowOnlyLoopback();
process.on('exit', () => {
  if (attempts.length === 0) return;
  process.stderr.write(`Left this machine: ${attempts.join(', ')}\n`);
  process.exitCode = 99;
});
