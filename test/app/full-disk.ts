/** Loaded before anything else of a child: lets its parent fill the disk, as far as this process is concerned. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let isFull = false;
process.on('message', (wish) => {
  if (wish === 'disk-full') isFull = true;
  if (wish === 'disk-free') isFull = false;
});

const writeSync = fs.writeSync.bind(fs) as (...args: unknown[]) => number;
fs.writeSync = ((...args: unknown[]) => {
  if (isFull && Number(args[0]) > 2)
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 });
  return writeSync(...args);
}) as typeof fs.writeSync;
syncBuiltinESMExports();
