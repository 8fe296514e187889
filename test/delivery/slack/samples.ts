import type { OutlineItem, OutlineReference, ReportOutline } from '../../../contract/outline.ts';
import type { SlackLinks } from '../../../delivery/slack/render-slack.ts';

export const home = 'https://github.com/acme/shop';

export const links: SlackLinks = {
  runUrl: `${home}/actions/runs/1234`,
  artifactUrl: `${home}/actions/runs/1234/artifacts/5678`,
};
export const noLinks: SlackLinks = { runUrl: null, artifactUrl: null };

export const pull = (number: number): OutlineReference => ({
  label: `#${number}`,
  url: `${home}/pull/${number}`,
});

export const item = (number: number, text: string, ...authors: string[]): OutlineItem => ({
  text,
  references: [pull(number)],
  authors,
});

/** A week of a small shop. */
export const shortOutline: ReportOutline = {
  headline: 'Dark mode, one-click payment and two fixes',
  context: ['acme/shop', 'main', '1–7 Nov 2026', '11 pull requests'],
  summary:
    'The team landed 11 pull requests into main: one breaking change, three features, two fixes, one revert and four smaller changes. Heads up: one change is breaking, so take a look before you upgrade.',
  sections: [
    { title: 'Breaking changes', items: [item(50, 'Drop the v1 endpoints', 'grace')], note: null },
    {
      title: 'Features',
      items: [
        item(41, 'Add dark mode', 'ada'),
        item(46, 'Add one-click payment', 'alan'),
        item(55, 'Add spelling suggestions to `SearchBox`', 'ada', 'grace'),
      ],
      note: null,
    },
    {
      title: 'Fixes',
      items: [
        item(42, 'Keep the discount when a line is removed', 'grace'),
        item(51, 'Follow-up to #46 for @acme/pay users', 'alan'),
      ],
      note: null,
    },
    { title: 'Documentation', items: [item(48, 'Explain refunds', 'grace')], note: null },
    {
      title: 'Maintenance',
      items: [
        {
          text: 'Three dependency updates',
          references: [pull(43), pull(44), pull(45)],
          authors: ['dependabot[bot]'],
        },
      ],
      note: null,
    },
    { title: 'Reverted', items: [item(52, 'Share a wishlist by link', 'alan')], note: null },
  ],
  notes: [
    'Left out by rule or because they cancel out: 3 of 14 merged pull requests; manifest.json gives each reason.',
  ],
};

const things = ['basket', 'checkout', 'search', 'gift cards', 'invoices', 'wishlist', 'stock', 'returns'];
const verbs = ['Speed up', 'Simplify', 'Translate', 'Log', 'Cache', 'Retry', 'Validate'];
const people = ['ada', 'alan', 'grace', 'barbara', 'edsger'];

const pick = (from: readonly string[], at: number) => from[at % from.length] ?? '';
const change = (number: number): OutlineItem =>
  item(
    number,
    `${pick(verbs, number)} ${pick(things, number * 3)} ${number % 4 === 0 ? 'when the network is slow' : 'for guests'}`,
    pick(people, number * 7),
  );
const changes = (from: number, count: number) => Array.from({ length: count }, (_, at) => change(from + at));

/** A report on so many pull requests, numbered from 1; a third of them are under "Also merged". */
export function longOutline(count: number): ReportOutline {
  const cited = count - Math.floor(count / 3);
  const features = Math.floor(cited * 0.6);
  return {
    ...shortOutline,
    headline: 'A busy month for the shop',
    context: [
      'acme/shop',
      'v1.2.0 to v1.3.0',
      '1–30 Nov 2026',
      `${count.toLocaleString('en')} pull requests`,
    ],
    summary:
      'The basket remembers gift cards, checkout works for guests, and search answers from a local index.',
    sections: [
      { title: 'Features', items: changes(1, features), note: null },
      { title: 'Fixes', items: changes(features + 1, cited - features), note: null },
      { title: 'Also merged', items: changes(cited + 1, count - cited), note: null },
    ],
  };
}
