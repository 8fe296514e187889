import { expect, test } from 'vitest';
import { noUsage, type Writer } from '../../../action/agent/writer.ts';
import { createTrace } from '../../../action/lineage/trace.ts';
import { writeVerified } from '../../../action/report/write-verified.ts';
import { manifestOf } from '../../support/manifest-of.ts';

const failing = (reason: string): Writer => ({
  adapter: 'chat',
  model: null,
  version: '1',
  prompts: [],
  tools: [],
  write: async () => ({ draft: null, reason, notices: [], usage: noUsage }),
});

test.each([
  ['the time is up', 'the time is up'],
  [
    'its report was refused twice (items cites "acme/shop#99", which is not there)',
    'its report was refused twice (items cites "acme/shop#99", which is not there)',
  ],
  ['its report was refused twice (Unrecognized key: "call @octocat")', 'its report was refused twice'],
  ['refused ("a" then "b\u200B")', 'refused'],
])('a reader learns of "%s" no more than "%s"', async (reason, shown) => {
  const manifest = manifestOf([{ title: 'feat: add dark mode' }]);
  const wishes = { tone: 'neutral', customPrompt: null, sections: [] };
  const trace = createTrace(() => new Date(0));
  const { report } = await writeVerified(manifest, wishes, [failing(reason)], trace);
  expect(report.degraded).toBe(`the chat writer handed in no report: ${shown}`);
});
