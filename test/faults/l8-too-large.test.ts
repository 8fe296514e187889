import { describe, expect, test } from 'vitest';
import { startedHistory } from '../action/sources/git/read-story.ts';
import { apis } from '../action/agent/model/ask-scripted.ts';
import { says } from '../model/scripted-reply.ts';
import { accountedFor, faultyRun, reads, submits } from './faulty-model.ts';

const tenMegabytes = 'A long story. '.repeat(750_000);

describe.each(apis)('L8, over %s', (api) => {
  test('a tool result of ten megabytes is cut with a mark, and the run goes on', async () => {
    const run = await faultyRun([reads('#2'), submits()], {
      api,
      details: ({ pull }) => ({ pull: async (number) => ({ ...(await pull(number)), body: tenMegabytes }) }),
    });

    expect(run.report.degraded).toBeNull();
    expect(run.sent[1]).toMatch(/\[truncated: 12000 of \d{7,} characters\]/);
    expect(run.sent[1]?.length).toBeLessThan(40_000);
  });

  test('a wide window is read in areas, and no request has the whole of it', async () => {
    const history = startedHistory();
    const numbers = Array.from({ length: 150 }, (_, at) => at + 10);
    for (const number of numbers) history.squash(number, `feat(part): make part ${number} simpler`);
    const run = await faultyRun(
      (request) => {
        const text = JSON.stringify(request.body);
        const notes = [...new Set([...text.matchAll(/(?:\\n)(n\d+)\\t/g)].map(([, id]) => id))];
        if (notes.length > 0) {
          const sections = [{ title: 'Parts', notes }];
          return says(JSON.stringify({ headline: 'Simpler parts', summary: 'All got simpler.', sections }));
        }
        const ids = [...text.matchAll(/(#\d+)\\tfeature\\t/g)].map(([, id]) => id);
        return says(
          JSON.stringify({ notes: [{ text: 'Parts are simpler', pull_requests: ids.slice(0, 30) }] }),
        );
      },
      { api, history },
    );

    expect([run.report.degraded, run.report.headline]).toEqual([null, 'Simpler parts']);
    expect(accountedFor(run.report)).toEqual(numbers);
    const perRequest = run.sent.map((text) => text.match(/#\d+\\tfeature/g)?.length ?? 0);
    expect(Math.max(...perRequest)).toBe(60);
  });
});
