import { randomBytes } from 'node:crypto';
import { main } from './main.ts';

process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  folder: process.cwd(),
  clock: () => new Date(),
  newId: () => randomBytes(4).toString('hex'),
  runtime: `node ${process.version}`,
});
