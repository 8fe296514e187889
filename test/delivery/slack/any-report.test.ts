import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportOutline } from '../../../contract/outline.ts';
import { reportOutline } from '../../../contract/reading/report-outline.ts';
import { hasHiddenCodePoints } from '../../../contract/reading/visible-text.ts';
import type { Report } from '../../../contract/report.ts';
import { contractVersion } from '../../../contract/version.ts';
import { passGate } from '../../../delivery/slack/mention-gate.ts';
import { renderFailure } from '../../../delivery/slack/render-failure.ts';
import { mostMessages, renderSlack, type SlackLinks } from '../../../delivery/slack/render-slack.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { manifestOf } from '../../support/manifest-of.ts';
import { linesOf, linksOf, plainOf, proseOf } from './read-message.ts';
import { links, noLinks } from './samples.ts';
import { allStrings, slackFaults } from './slack-rules.ts';

const slackMarks = [
  '<!channel>',
  '<@U12345|ada>',
  '<#C123>',
  '<!subteam^S1>',
  '`<``!here`',
  '@here',
  '＠channel',
];

/** Text as strangers write it, some of it longer than any limit and in letters of three bytes. */
const anyText = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...slackMarks, 'a', ' '), { maxLength: 40 })
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: hostileText.map((text) => text.repeat(40)) },
  { weight: 1, arbitrary: fc.nat({ max: 6_000 }).map((length) => '修'.repeat(length)) },
  { weight: 1, arbitrary: fc.nat({ max: 800 }).map((count) => '@a b '.repeat(count)) },
);

const anyUrl = fc.oneof(
  { weight: 6, arbitrary: fc.nat().map((number) => `https://github.com/acme/shop/pull/${number}`) },
  { weight: 1, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  { weight: 1, arbitrary: anyText.map((text) => `https://github.example/${text}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'javascript:alert(1)',
      'https://user:pass@evil.example/',
      'https://evil.example/a|<!channel>',
      '//evil.example',
      'https://',
    ),
  },
);

const anyReference = fc.record({
  label: fc.oneof(
    { weight: 8, arbitrary: fc.nat().map((number) => `#${number}`) },
    { weight: 1, arbitrary: anyText },
  ),
  url: fc.option(anyUrl, { freq: 6 }),
});

const anyItem = fc.record({
  text: anyText,
  references: fc.oneof(
    { weight: 9, arbitrary: fc.array(anyReference, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(anyReference, { maxLength: 300 }) },
  ),
  authors: fc.array(anyText, { maxLength: 5 }),
});

const anyOutline: fc.Arbitrary<ReportOutline> = fc.record({
  headline: anyText,
  context: fc.array(anyText, { maxLength: 4 }),
  summary: anyText,
  sections: fc.array(
    fc.record({
      title: fc.oneof(anyText, fc.constant('Also merged')),
      items: fc.array(anyItem, { maxLength: 25 }),
      note: fc.option(anyText),
    }),
    { maxLength: 5 },
  ),
  notes: fc.array(anyText, { maxLength: 3 }),
});

const anyLinks: fc.Arbitrary<SlackLinks> = fc.oneof(
  fc.constantFrom(links, noLinks),
  fc.record({ runUrl: fc.option(anyUrl), artifactUrl: fc.option(anyUrl) }),
);

/** Text that no reader of Slack's messages takes for more than text. */
function expectQuiet(messages: ReturnType<typeof renderSlack>): void {
  expect(
    proseOf(messages).filter((text) =>
      /@[\p{L}\p{N}_]|:\/\/|(?<![\p{L}\p{N}])www\.[\p{L}\p{N}]/u.test(text.normalize('NFKC')),
    ),
  ).toEqual([]);
  expect(
    plainOf(messages)
      .filter((text) => !/^<https?:[^<>]+>( · <https?:[^<>]+>)?$/.test(text))
      .filter((text) => /@(?:channel|here|everyone)|:\/\//i.test(text)),
  ).toEqual([]);
  expect(allStrings(messages).filter((text) => hasHiddenCodePoints(text.replaceAll('\n', '')))).toEqual([]);
}

test(
  'any outline, however hostile or long, becomes messages that Slack accepts and that call nobody',
  { timeout: 120_000 },
  () =>
    fc.assert(
      fc.property(anyOutline, anyLinks, fc.integer({ min: 1, max: 6 }), (outline, where, most) => {
        const messages = renderSlack(outline, where, most);
        expect(messages.flatMap(slackFaults)).toEqual([]);
        expect(() => passGate(messages)).not.toThrow();
        expectQuiet(messages);
        expect(renderSlack(outline, where, most)).toEqual(messages);
      }),
      { numRuns: 500 },
    ),
);

test('any failure becomes one message that Slack accepts', { timeout: 60_000 }, () =>
  fc.assert(
    fc.property(anyText, anyText, anyText, fc.option(anyUrl), (repository, message, nextStep, runUrl) => {
      const messages = [renderFailure({ repository, message, nextStep, runUrl })];
      expect(messages.flatMap(slackFaults)).toEqual([]);
      expect(() => passGate(messages)).not.toThrow();
      expectQuiet(messages);
    }),
    { numRuns: 1_000 },
  ),
);

/** A report over made-up pull requests: some cited by items, the others appended by code. */
const anyReport = fc
  .tuple(
    fc.array(hostileText, { minLength: 1, maxLength: 200 }),
    fc.array(fc.nat({ max: 6 }), { minLength: 200, maxLength: 200 }),
  )
  .map(([titles, sections]) => {
    const manifest = manifestOf(titles.map((title) => ({ title })));
    const keys = manifest.pull_requests.map(({ key }) => key);
    const of = (section: number) => keys.filter((_, at) => sections[at] === section);
    const report: Report = {
      contract_version: contractVersion,
      analysis_type: 'shipped',
      headline: 'What merged',
      summary: 'A few things.',
      sections: [1, 2, 3]
        .filter((section) => of(section).length > 0)
        .map((section) => ({
          title: `Section ${section}`,
          items: of(section).map((key) => ({ text: null, pull_requests: [key] })),
        })),
      also_merged: keys.filter((_, at) => ![1, 2, 3].includes(sections[at] ?? 0)),
      degraded: null,
      complete: true,
      notices: [],
    };
    const timeframe = { start: null, end: null, base: null, head: null };
    return { outline: reportOutline(report, manifest, timeframe), manifest };
  });

test('every included pull request is reached by its own link, in any report', { timeout: 120_000 }, () =>
  fc.assert(
    fc.property(anyReport, fc.constantFrom(links, noLinks), ({ outline, manifest }, where) => {
      const messages = renderSlack(outline, where, mostMessages.thread);
      expect(linksOf(messages).toSorted()).toEqual(
        manifest.pull_requests.map(({ number, url }) => `#${number} ${url}`).toSorted(),
      );
      expect(linesOf(messages).join('\n')).not.toContain('Truncated');
      expect(messages.flatMap(slackFaults)).toEqual([]);
    }),
    { numRuns: 300 },
  ),
);
