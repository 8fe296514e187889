import { expect, test } from 'vitest';
import type { OutlineItem, ReportOutline } from '../../../contract/outline.ts';
import { reportOutline } from '../../../contract/reading/report-outline.ts';
import { contractVersion } from '../../../contract/version.ts';
import type { SlackMessage } from '../../../delivery/slack/block-kit.ts';
import { renderFailure } from '../../../delivery/slack/render-failure.ts';
import { renderSlack } from '../../../delivery/slack/render-slack.ts';
import { manifestOf } from '../../support/manifest-of.ts';
import { linesOf, linksOf, plainOf } from './read-message.ts';
import { home, item, links, longOutline, noLinks, pull, shortOutline } from './samples.ts';

const withItems = (...items: OutlineItem[]): ReportOutline => ({
  ...shortOutline,
  sections: [{ title: 'Changes', items, note: null }],
});

/** The inline elements of the first item, in short: text, `code`, <link>. */
function firstItem(messages: readonly SlackMessage[]): string[] {
  const block = messages[0]?.blocks.findLast(({ type }) => type === 'rich_text');
  const list =
    block?.type === 'rich_text' ? block.elements.find((one) => one.type === 'rich_text_list') : null;
  return (list?.type === 'rich_text_list' ? (list.elements[0]?.elements ?? []) : []).map((element) => {
    if (element.type === 'link') return `<${element.text}>`;
    return element.style?.code ? `\`${element.text}\`` : element.text;
  });
}

test('a week is one message: header, what was looked at, summary, sections, small print, links', () => {
  const [message, ...others] = renderSlack(shortOutline, links);

  expect(others).toEqual([]);
  expect(message?.text).toBe(
    'Dark mode, one-click payment and two fixes\nacme/shop · main · 1–7 Nov 2026 · 11 pull requests',
  );
  expect(message?.blocks.map(({ type }) => type)).toEqual([
    'header',
    'context',
    ...Array.from({ length: 7 }, () => 'rich_text'),
    'context',
    'context',
  ]);
  expect(linesOf([message!]).slice(1, 7)).toEqual([
    'Breaking changes',
    'Drop the v1 endpoints #50 by grace',
    'Features',
    'Add dark mode #41 by ada',
    'Add one-click payment #46 by alan',
    'Add spelling suggestions to SearchBox #55 by ada and grace',
  ]);
  expect(plainOf([message!])).toEqual([
    'Dark mode, one-click payment and two fixes',
    'acme/shop · main · 1–7 Nov 2026 · 11 pull requests',
    shortOutline.notes[0],
    `<${links.runUrl}|Workflow run> · <${links.artifactUrl}|Files of this report>`,
  ]);
});

test('an item names its pull requests with links and at most three authors', () => {
  const several = {
    text: 'Dependency updates',
    references: [pull(1), pull(2)],
    authors: ['ada', 'alan', 'grace', 'edsger', 'barbara'],
  };
  const messages = renderSlack(withItems(several), noLinks);
  expect(linesOf(messages)).toContain('Dependency updates #1, #2 by ada, alan, grace and 2 others');
  expect(linksOf(messages)).toEqual([`#1 ${home}/pull/1`, `#2 ${home}/pull/2`]);
});

test.each([
  ['Follow-up to #46 for @acme/pay users', ['Follow-up to #46 for ', '`@acme/pay`', ' users ']],
  ['Rename `useCart` to `useBasket`', ['Rename ', '`useCart`', ' to ', '`useBasket`', ' ']],
  ['See https://evil.example/x, please', ['See ', '`https://evil.example/x`', ', please ']],
  ['Visit evil.example now', ['Visit ', '`evil.example`', ' now ']],
  ['Support Node.js 26 and Array<T>', ['Support Node.js 26 and Array<T> ']],
  ['Tell <!channel> and <@U123>', ['Tell < !channel> and < ', '`@U123`', '> ']],
  ['Ping @channel', ['Ping ', '`@channel`', ' ']],
  ['Save 5 & 6 *bold* _it_ ~no~ :tada:', ['Save 5 & 6 *bold* _it_ ~no~ :tada: ']],
  ['zero\u200Bwidth and bidi\u202Etxt.exe', ['zerowidth and ', '`biditxt.exe`', ' ']],
])('the title %j is only text', (title, shown) => {
  expect(firstItem(renderSlack(withItems(item(1, title)), noLinks))).toEqual([...shown, '<#1>']);
});

test.each([
  ['javascript:alert(1)', null],
  ['ftp://github.com/x', null],
  ['https://ada:secret@github.com/x', null],
  ['https://ada@github.com/x', null],
  ['https://:secret@github.com/x', null],
  ['not an address', null],
  [`https://github.com/${'x'.repeat(1_000)}`, null],
  ['http://github.internal:8080/acme/shop/pull/1', 'http://github.internal:8080/acme/shop/pull/1'],
  ['https://github.com/a|b<c>d', 'https://github.com/a%7Cb%3Cc%3Ed'],
])('a reference to %s links to %s', (url, href) => {
  const messages = renderSlack(
    withItems({ text: 'Change', references: [{ label: '#1', url }], authors: [] }),
    noLinks,
  );
  expect(linesOf(messages)).toContain('Change #1');
  expect(linksOf(messages)).toEqual(href === null ? [] : [`#1 ${href}`]);
});

test('links to the run that are none are left out, and so are empty parts', () => {
  const bare = { headline: 'Quiet', context: [], summary: '', sections: [], notes: [] };
  const [message] = renderSlack(bare, { runUrl: 'javascript:alert(1)', artifactUrl: null });
  expect(message).toEqual({
    text: 'Quiet',
    blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Quiet', emoji: false } }],
  });
});

test('what code appends as "Also merged" is folded, with every number still there', () => {
  const keys = Array.from({ length: 30 }, (_, at) => `acme/shop#${at + 1}`);
  const outline = reportOutline(
    {
      contract_version: contractVersion,
      analysis_type: 'shipped',
      headline: 'What merged',
      summary: 'A few things.',
      sections: [],
      also_merged: keys,
      degraded: null,
      complete: true,
      notices: [],
    },
    manifestOf(keys.map((key) => ({ title: `Change ${key}` }))),
    { start: null, end: null, base: null, head: null },
  );
  const messages = renderSlack(outline, noLinks);
  const lines = linesOf(messages);
  const from = lines.indexOf('Also merged');

  expect(lines.slice(from)).toHaveLength(7);
  expect(lines.at(-1)).toMatch(/^and 25 more: #6, #7, .*, #30$/);
  expect(linksOf(messages)).toHaveLength(30);
});

test('what a cap of the outline left out is said in its section', () => {
  const outline = {
    ...shortOutline,
    sections: [{ title: 'Commits', items: [item(1, 'One')], note: 'Truncated: the newest 1 of 40 commits.' }],
  };
  expect(linesOf(renderSlack(outline, noLinks)).at(-1)).toBe('Truncated: the newest 1 of 40 commits.');
});

test('several messages are numbered, and a section that goes on says so', () => {
  const messages = renderSlack(longOutline(90), links);
  expect(messages.map(({ text }) => text.split('\n')[0])).toEqual([
    'A busy month for the shop',
    'A busy month for the shop (2 of 2)',
  ]);
  expect(plainOf(messages.slice(0, 1))).toContain('1 of 2');
  expect(plainOf(messages.slice(1))).toContain('2 of 2');
  expect(linesOf(messages.slice(1))[0]).toBe('Fixes (continued)');
});

test('a headline too long for a header is told in full below it', () => {
  const headline = `Faster ${'search and '.repeat(20)}more`;
  const messages = renderSlack({ ...shortOutline, headline }, noLinks);
  expect(plainOf(messages)[0]).toMatch(/^Faster .*…$/);
  expect(linesOf(messages)[0]).toBe(headline);
});

test('a failed run says why, what next, and where', () => {
  const message = renderFailure({
    repository: 'acme/shop',
    message: 'The inputs cannot be used:\n  - tone <!here>\n  - see https://evil.example',
    nextStep: 'Correct the inputs named, under `with:` in the workflow.',
    runUrl: links.runUrl,
  });
  expect(plainOf([message])).toEqual(['No report on acme/shop', `<${links.runUrl}|Workflow run>`]);
  expect(linesOf([message])).toEqual([
    'The inputs cannot be used:\n- tone < !here>\n- see https://evil.example',
    'Next: Correct the inputs named, under with: in the workflow.',
  ]);
  expect(linksOf([message])).toEqual([]);
});
