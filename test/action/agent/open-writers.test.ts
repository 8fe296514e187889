import { expect, test } from 'vitest';
import { embeddedWriter } from '../../../action/agent/embedded-writer.ts';
import { openWriters } from '../../../action/agent/open-writers.ts';
import type { Writer, Wishes } from '../../../action/agent/writer.ts';
import { createTrace } from '../../../action/lineage/trace.ts';
import { writeVerified } from '../../../action/report/write-verified.ts';
import type { Manifest } from '../../../contract/manifest.ts';
import { pulseRequest } from '../../../contract/pulse-request.ts';
import { manifestOf } from '../../support/manifest-of.ts';
import { countingTools } from './loop/scripted-port.ts';

const wishes: Wishes = { tone: 'neutral', customPrompt: null, sections: [] };
const refuse = () => Promise.reject(new Error('the embedded model reaches nothing'));

const pulls = (count: number, first = 'feat: add part 0') =>
  manifestOf(Array.from({ length: count }, (_, at) => ({ title: at === 0 ? first : `fix: part ${at}` })));

/** Writes with the writers of a run without a model. */
async function write(manifest: Manifest) {
  const tools = countingTools();
  let opened = 0;
  const writers = await openWriters(pulseRequest.parse({ repo: ['acme/shop'] }), {
    apiKey: undefined,
    baseUrl: undefined,
    edges: { fetch: refuse, clock: () => new Date(0), sleep: refuse, random: () => 0 },
    openTools: async () => {
      opened += 1;
      return tools;
    },
    newNonce: () => 'nonce',
    signal: new AbortController().signal,
  });
  const trace = createTrace(() => new Date(0));
  const { report, writer, usage } = await writeVerified(manifest, wishes, writers, trace);
  return { report, writer, usage, opened, turns: trace.toJsonLines().split('"type":"model"').length - 1 };
}

const plainly = async (manifest: Manifest) => {
  const writer: Writer = embeddedWriter;
  return (
    await writeVerified(
      manifest,
      wishes,
      [writer],
      createTrace(() => new Date(0)),
    )
  ).report;
};

test('without a key the embedded model walks the loop and submits, asking nobody', async () => {
  const { report, writer, usage, opened, turns } = await write(pulls(3));
  expect([opened, turns, usage.modelCalls, report.degraded]).toEqual([1, 1, 0, null]);
  expect(writer.adapter).toBe('embedded');
  expect(writer.tools).toContain('submit_report');
});

test('the report is the one the embedded writer would write at once', async () => {
  for (const manifest of [
    pulls(1),
    pulls(120),
    manifestOf([{ title: 'Fix the build', number: null }]),
    manifestOf([{ title: 'Revert "feat: add a"' }, { title: 'chore: x' }], 'release'),
  ])
    expect((await write(manifest)).report).toEqual(await plainly(manifest));
});

test('in a wide window it writes at once, with no tools', async () => {
  const narrow = await write(pulls(120));
  const wide = await write(pulls(121));
  expect([narrow.turns, wide.turns, wide.opened, wide.writer.tools]).toEqual([1, 0, 0, []]);
  expect(wide.report.degraded).toBeNull();
});

test('unless something breaks there: what that asks of people is read', async () => {
  const { turns, usage, opened } = await write(pulls(121, 'feat!: drop the v1 API'));
  expect([turns, usage.toolCalls, opened]).toEqual([2, 1, 1]);
});

test('what is left out does not make a window wide', async () => {
  const sketches = Array.from({ length: 130 }, (_, at) => ({
    title: `fix: part ${at}`,
    ...(at < 20 && { excluded: { code: 'ignored_prs' as const, detail: 'named' } }),
  }));
  expect((await write(manifestOf(sketches))).turns).toBe(1);
});
