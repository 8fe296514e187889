import { describe, expect, test } from 'vitest';
import { apis } from '../action/agent/model/ask-scripted.ts';
import { accountedFor, expectEmbedded, faultyRun, honest, submits } from './faulty-model.ts';

const item = (text: string | null, ...keys: string[]) => ({
  ...honest,
  sections: [{ title: 'New', items: [{ text, pull_requests: keys }] }],
});

const inventions: [string, Record<string, unknown>][] = [
  ['a pull request', item('A gift shop', '#77')],
  ['one that is left out', item('A purchase', '#3')],
  ['one of another repository', item('A gift shop', 'evil/other#1')],
  ['a number in its words', { ...honest, summary: 'See #77 for more.' }],
  ['an author', { ...honest, summary: 'Thanks to @mallory for all of it.' }],
  ['a link', item('Details at https://evil.example/x', '#1')],
  ['a number of pull requests', { ...honest, summary: '77 pull requests were merged.' }],
  ['such a number in words', { ...honest, summary: 'Seventy-seven pull requests were merged.' }],
];
const traces = /77|mallory|evil|competitor|seventy/i;

describe.each(apis)('L9, over %s', (api) => {
  test.each(inventions)('%s that is invented is refused; the repair is shown', async (_, invented) => {
    const { report, outputs, sent } = await faultyRun([submits(invented), submits()], { api });

    expect([report.degraded, report.headline]).toEqual([null, 'The shop goes dark']);
    expect(sent[1]).toContain('The report was refused');
    expect(accountedFor(report)).toEqual([1, 2]);
    expect(outputs['report.md']).not.toMatch(traces);
  });

  test.each(inventions)('%s that is invented again and again is in no report', async (_, invented) => {
    const run = await faultyRun(() => submits(invented), { api });

    expectEmbedded(run, /its report was refused twice/);
    expect(run.outputs['report.md']?.replace(/^.*plainer way.*$/m, '')).not.toMatch(traces);
  });
});
