import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embeddedWriter } from '../../action/agent/embedded-writer.ts';
import { noUsage, type Writer } from '../../action/agent/writer.ts';
import { type PulseResult, pulse } from '../../action/pulse.ts';
import { pulseRequest } from '../../contract/pulse-request.ts';
import { hasHiddenCodePoints } from '../../contract/reading/visible-text.ts';
import { type ArbitraryHistory, arbitraryHistory, sourceOf } from '../support/arbitrary-history.ts';
import { hostileText } from '../support/hostile-text.ts';
import { readRendered } from '../support/read-rendered.ts';

const url = 'https://github.com/acme/shop';

function run(
  history: ArbitraryHistory,
  writer: Writer,
  webUrl: string | null,
  ignored: number[],
): Promise<PulseResult> {
  return pulse(
    pulseRequest.parse({
      repo: ['acme/shop'],
      date_range: '2026-11-01..2026-11-07',
      ignored_prs: ignored.join(','),
    }),
    {
      sources: [sourceOf(history, webUrl)],
      clock: () => new Date('2026-11-08T00:00:00Z'),
      loadWriters: async () => [writer],
      rules: null,
      requestId: 'request',
      pipelineRunId: 'run-1',
      tool: { name: 'zenpulse', version: '0.0.0', runtime: 'test' },
    },
  );
}

/** Drafts from honest to malicious: known, ignored and invented keys, hostile prose, wrong shapes. */
const drafts = (history: ArbitraryHistory): fc.Arbitrary<unknown> => {
  const known = [...history.merged].map((number) => `acme/shop#${number}`);
  const key = fc.oneof(
    { weight: 8, arbitrary: known.length > 0 ? fc.constantFrom(...known) : fc.constant('acme/shop#1') },
    { weight: 1, arbitrary: fc.constantFrom('acme/shop#1', 'acme/shop#9999', 'evil/repo#100', '#100', '') },
  );
  const prose = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'A quiet week',
        'Faster search',
        'Node.js and Array<T> support',
        'Totals round half up',
      ),
    },
    { weight: 1, arbitrary: hostileText },
  );
  const item = fc.record({
    text: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, prose),
    pull_requests: fc.uniqueArray(key, { minLength: 1, maxLength: 3 }),
  });
  const section = fc.record({ title: prose, items: fc.array(item, { minLength: 1, maxLength: 3 }) });
  const draft = fc.record({ headline: prose, summary: prose, sections: fc.array(section, { maxLength: 3 }) });
  return fc.oneof({ weight: 9, arbitrary: draft }, fc.anything());
};

const maliciousWriter = (draft: unknown): Writer => ({
  adapter: 'malicious',
  model: null,
  version: '1',
  prompts: [],
  tools: [],
  write: async () => ({ draft, reason: null, notices: [], usage: noUsage }),
});

const cases = fc
  .tuple(
    arbitraryHistory,
    fc.array(
      fc.nat({ max: 12 }).map((offset) => 100 + offset),
      { maxLength: 2 },
    ),
  )
  .chain(([history, ignored]) =>
    fc.record({ history: fc.constant(history), ignored: fc.constant(ignored), draft: drafts(history) }),
  );

const numbersIn = (text: string) => [...text.matchAll(/#(\d+)/g)].map(([, digits]) => Number(digits));
const sorted = (numbers: Iterable<number>) => [...numbers].sort((left, right) => left - right);

/** Holds a rendered report against the truth of its history. */
function expectHonest(result: PulseResult, included: Set<number>, webUrl: string | null): void {
  const markdown = result.results.summary_message ?? '';
  const { links, liveText, allText, forbidden } = readRendered(markdown);
  expect(forbidden).toEqual([]);
  expect(hasHiddenCodePoints(allText.replaceAll('\n', ''))).toBe(false);
  expect(liveText).not.toMatch(/@[\p{L}\p{N}_]|:\/\/|www\./u);
  if (webUrl === null) {
    expect(sorted(numbersIn(liveText))).toEqual(sorted(included));
    expect(links).toEqual([]);
    return;
  }
  expect(liveText.normalize('NFKC')).not.toMatch(/#\p{Nd}/u);
  const pulls = links.filter(({ href }) => href.startsWith(`${webUrl}/pull/`));
  expect(
    links.filter(({ href }) => !href.startsWith(`${webUrl}/pull/`) && !href.startsWith(`${webUrl}/commit/`)),
  ).toEqual([]);
  expect(sorted(pulls.map(({ href }) => Number(href.slice(`${webUrl}/pull/`.length))))).toEqual(
    sorted(included),
  );
  expect(pulls.every(({ href, text }) => text === `#${href.slice(`${webUrl}/pull/`.length)}`)).toBe(true);
}

function expectAccounted(
  result: PulseResult,
  history: ArbitraryHistory,
  ignored: readonly number[],
  webUrl: string | null,
) {
  const included = new Set([...history.standing].filter((number) => !ignored.includes(number)));
  const entries = result.manifest.pull_requests;
  expect(sorted(entries.map(({ number }) => number))).toEqual(sorted(history.merged));
  expect(
    sorted(entries.filter(({ decision }) => decision === 'included').map(({ number }) => number)),
  ).toEqual(sorted(included));
  if (result.status === 'completed') expectHonest(result, included, webUrl);
  else expect(included.size).toBe(0);
}

test(
  'whatever a writer hands in, the report cites every included pull request once and no other',
  { timeout: 120_000 },
  () =>
    fc.assert(
      fc.asyncProperty(cases, async ({ history, ignored, draft }) => {
        expectAccounted(await run(history, maliciousWriter(draft), url, ignored), history, ignored, url);
      }),
      { numRuns: 4_000 },
    ),
);

test(
  'the embedded writer passes the gate over any history, so it is never degraded',
  { timeout: 120_000 },
  () =>
    fc.assert(
      fc.asyncProperty(cases, async ({ history, ignored }) => {
        const result = await run(history, embeddedWriter, url, ignored);
        expect(result.results.degraded).toBeNull();
        expectAccounted(result, history, ignored, url);
      }),
      { numRuns: 1_500 },
    ),
);

test('without a web address the numbers themselves are the citations', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(cases, async ({ history, ignored, draft }) => {
      expectAccounted(await run(history, maliciousWriter(draft), null, ignored), history, ignored, null);
    }),
    { numRuns: 500 },
  ),
);
