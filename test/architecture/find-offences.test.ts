import { describe, expect, it } from 'vitest';
import { findOffences } from './find-offences.ts';
import { rooms } from './rooms.ts';

const offences = (file: string, text: string) => findOffences(rooms, file, text);

describe('imports across rooms', () => {
  it.each([
    ['a static import', `import { report } from '../action/pulse.ts';`],
    ['a type import', `import type { Report } from '../action/pulse.ts';`],
    ['a side-effect import', `import '../action/pulse.ts';`],
    ['a dynamic import', `const pulse = await import('../action/pulse.ts');`],
    ['a dynamic import in a template', 'const pulse = await import(`../action/pulse.ts`);'],
    ['a re-export', `export { report } from '../action/pulse.ts';`],
    ['a re-export of all', `export * from '../action/pulse.ts';`],
    ['a type by path', `type Report = import('../action/pulse.ts').Report;`],
    ['a require', `const pulse = require('../action/pulse.ts');`],
  ])('are seen in %s', (_, text) => {
    expect(offences('delivery/send.ts', text)).toEqual([
      'delivery/send.ts imports ../action/pulse.ts: delivery/ may not import action/',
    ]);
  });

  it.each([
    ['contract/a.ts', '../action/b.ts', 'contract/ may not import action/'],
    ['action/window/a.ts', '../../app/b.ts', 'action/ may not import app/'],
    ['app/a.ts', '../action/b.ts', 'app/ may not import action/'],
    ['cli/a.ts', '../evals/b.ts', 'cli/ may not import evals/'],
    ['cli/a.ts', '../test/b.ts', 'cli/ may not import test/'],
    ['evals/a.ts', '../delivery/b.ts', 'evals/ may not import delivery/'],
    ['scripts/a.ts', '../test/b.ts', 'scripts/ may not import test/'],
    ['action/a.ts', '../../elsewhere/b.ts', 'it is outside the repository'],
  ])('%s may not import %s', (file, specifier, reason) => {
    expect(offences(file, `import '${specifier}';`)).toEqual([`${file} imports ${specifier}: ${reason}`]);
  });

  it.each([
    ['action/window/a.ts', '../../contract/b.ts'],
    ['action/window/a.ts', '../sources/b.ts'],
    ['delivery/a.ts', '../contract/b.ts'],
    ['app/store/a.ts', '../../delivery/b.ts'],
    ['cli/a.ts', '../app/b.ts'],
    ['cli/a.ts', '../package.json'],
    ['evals/a.ts', '../action/b.ts'],
    ['test/action/a.test.ts', '../../action/b.ts'],
    ['action/a.ts', 'openai'],
  ])('%s may import %s', (file, specifier) => {
    expect(offences(file, `import '${specifier}';`)).toEqual([]);
  });

  it('refuses a computed path, which nobody can check', () => {
    expect(offences('action/a.ts', 'await import(name);')).toEqual([
      'action/a.ts imports a computed path: write it out, so it can be checked',
    ]);
  });

  it('lets contract import zod and no other package', () => {
    expect(
      offences('contract/a.ts', `import { z } from 'zod'; import * as core from 'zod/v4/core';`),
    ).toEqual([]);
    expect(offences('contract/a.ts', `import { readFileSync } from 'node:fs';`)).toEqual([
      'contract/a.ts imports node:fs: contract/ may import only zod',
    ]);
  });

  it('asks for a new room to be put in the table', () => {
    expect(offences('helpers/a.ts', '')).toEqual([
      'helpers/a.ts: helpers/ is not in the table of rooms; add it to test/architecture/rooms.ts',
    ]);
  });
});

describe('clock and environment', () => {
  it.each([
    ['process.env', 'const token = process.env.TOKEN;'],
    ['process.env', `const token = process['env'].TOKEN;`],
    ['process.env', 'const token = globalThis.process.env.TOKEN;'],
    ['process.env', 'const { env } = process;'],
    ['env from node:process', `import { env } from 'node:process';`],
    ['Date.now', 'const clock = Date.now;'],
    ['new Date()', 'export const now = (at = new Date()) => at;'],
    ['Date()', 'const text = Date();'],
    ['performance.now', 'const start = performance.now();'],
    ['performance from node:perf_hooks', `import { performance } from 'node:perf_hooks';`],
  ])('reading %s is seen in: %s', (read, text) => {
    const reason = 'pass it in as an argument; only action/run.ts and action/report-back/run.ts may';
    expect(offences('action/window/a.ts', text)).toEqual([`action/window/a.ts reads ${read}: ${reason}`]);
    expect(offences('action/run.ts', text)).toEqual([]);
  });

  it('is refused everywhere in contract', () => {
    expect(offences('contract/runner.ts', 'Date.now();')).toEqual([
      'contract/runner.ts reads Date.now: pass it in as an argument',
    ]);
  });

  it('lets a given time become a date', () => {
    expect(
      offences('contract/a.ts', 'new Date(text); Date.parse(text); Date.UTC(2026, 0); row.env; clock.now();'),
    ).toEqual([]);
  });

  it('is not found in comments and strings', () => {
    expect(
      offences('contract/a.ts', `// Date.now()\nexport const text = "import '../action/a.ts'; process.env";`),
    ).toEqual([]);
  });
});
