import { parseArgs } from 'node:util';

/** Each bench prints a table; figures are to be read as ratios within one run, for machines are noisy. */
const benches: Readonly<Record<string, () => Promise<{ run: () => Promise<void> }>>> = {
  cold: () => import('./cold-bench.ts'),
  git: () => import('./git-bench.ts'),
  overhead: () => import('./overhead-bench.ts'),
  requests: () => import('./requests-bench.ts'),
  tokens: () => import('./tokens-bench.ts'),
  webhooks: () => import('./webhooks-bench.ts'),
};

const { positionals } = parseArgs({ allowPositionals: true });
const [name = ''] = positionals;
const load = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (load) await (await load()).run();
else {
  console.error(`There is no bench "${name}". Next: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exitCode = 2;
}
