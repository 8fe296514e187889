import { describe, expect, test } from 'vitest';
import { apis } from '../action/agent/model/ask-scripted.ts';
import { says } from '../model/scripted-reply.ts';
import { expectEmbedded, faultyRun, honest, submits } from './faulty-model.ts';

const halfJson = submits('{"headline": "half');
const noSections = submits({ headline: 'News', summary: 'Something changed.' });
const ownField = submits({ ...honest, mood: 'sunny' });

describe.each(apis)('L3, over %s', (api) => {
  test.each([
    ['half a JSON', halfJson],
    ['a field that is missing', noSections],
    ['a field of its own', ownField],
    ['a headline beyond its length', submits({ ...honest, headline: 'long '.repeat(60) })],
  ])('%s is told, and mended in one repair', async (_, wrong) => {
    const { report, model, sent } = await faultyRun([wrong, submits()], { api });

    expect([report.degraded, report.headline]).toEqual([null, 'The shop goes dark']);
    expect(model.requests).toHaveLength(2);
    expect(sent[1]).toContain('The report was refused');
  });

  test('after one repair the embedded writer writes, labelled', async () => {
    const run = await faultyRun(() => halfJson, { api });

    expectEmbedded(run, /its report was refused twice/);
    expect(run.model.requests).toHaveLength(2);
  });

  test('prose is asked for once as JSON, and prose again is the end', async () => {
    const run = await faultyRun(() => says('Here is your report: all is well.'), { api });

    expectEmbedded(run, /its last report was refused/);
    expect(run.model.requests.length).toBeLessThanOrEqual(3);
    expect(run.outputs['report.md']).not.toContain('all is well');
  });
});
