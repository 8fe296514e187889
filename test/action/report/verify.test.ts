import { expect, test } from 'vitest';
import { verify } from '../../../action/report/verify.ts';
import type { ReportDraft } from '../../../contract/report.ts';
import { manifestOf } from '../../support/manifest-of.ts';

const manifest = manifestOf([
  { title: 'feat: add dark mode' },
  { title: 'fix: round totals' },
  { title: 'chore: secret', excluded: { code: 'ignored_prs', detail: 'named in ignored_prs' } },
]);
const context = { degraded: null, notices: [] };

const draft = (changes: Partial<ReportDraft> = {}): ReportDraft => ({
  headline: 'Dark mode is here',
  summary: 'Two pull requests were merged.',
  sections: [{ title: 'Features', items: [{ text: null, pull_requests: ['acme/shop#1'] }] }],
  ...changes,
});

const codesOf = (given: unknown) => {
  const verdict = verify(given, manifest, context);
  return verdict.ok ? [] : verdict.findings.map(({ code }) => code);
};

test('passes an honest draft and adds what it does not cite under also merged', () => {
  const verdict = verify(draft(), manifest, context);
  expect(verdict).toMatchObject({ ok: true, report: { also_merged: ['acme/shop#2'], complete: true } });
});

test.each([
  ['an excluded pull request', 'acme/shop#3', 'excluded_pull_request'],
  ['a pull request that is not there', 'acme/shop#99', 'unknown_pull_request'],
  ['a pull request of another repository', 'evil/shop#1', 'unknown_pull_request'],
])('refuses a draft that cites %s', (_, key, code) => {
  expect(
    codesOf(draft({ sections: [{ title: 'Features', items: [{ text: null, pull_requests: [key] }] }] })),
  ).toEqual([code]);
});

test('refuses a draft that tells the same pull request twice', () => {
  const item = { text: null, pull_requests: ['acme/shop#1'] };
  expect(codesOf(draft({ sections: [{ title: 'Features', items: [item, item] }] }))).toEqual(['cited_twice']);
});

test('refuses an item that joins pull requests without words of its own', () => {
  const items = [{ text: null, pull_requests: ['acme/shop#1', 'acme/shop#2'] }];
  expect(codesOf(draft({ sections: [{ title: 'All', items }] }))).toEqual(['text_missing']);
});

test.each([
  ['#12', 'pull_request_number'],
  ['＃１２', 'pull_request_number'],
  ['see # 12', 'pull_request_number'],
  ['PR 12 is in', 'pull_request_number'],
  ['pull request 12', 'pull_request_number'],
  ['GH-12', 'pull_request_number'],
  ['thanks @octocat', 'mention'],
  ['thanks ＠octocat', 'mention'],
  ['<!channel> look', 'mention'],
  ['mail a@-b.example', 'mention'],
  ['https://evil.example', 'link'],
  ['www.evil.example', 'link'],
  ['evil.example/path', 'link'],
  ['javascript:alert(1)', 'link'],
  ['//evil.example', 'link'],
  ['::error::hacked', 'command'],
  ['a ##[error]hacked', 'command'],
  ['[click](somewhere)', 'link'],
  ['d6cd1e2bd19e03a81132a23b2025920577f84e37', 'commit'],
  ['zero\u200Bwidth', 'hidden_text'],
  ['bidi \u202E txt', 'hidden_text'],
  ['two\nlines', 'hidden_text'],
  ['7 pull requests', 'wrong_count'],
])('refuses prose that holds %s, wherever it stands', (text, code) => {
  const item = { text, pull_requests: ['acme/shop#1'] };
  for (const place of [
    draft({ headline: text }),
    draft({ summary: text }),
    draft({ sections: [{ title: text, items: [{ text: null, pull_requests: ['acme/shop#1'] }] }] }),
    draft({ sections: [{ title: 'Features', items: [item] }] }),
  ]) {
    expect(codesOf(place)).toContain(code);
  }
});

test.each([
  'Node.js 24 and Array<T>',
  '2 pull requests',
  'C# bindings',
  'read/write locks',
  'Zürich 🚀',
  'v1.2.3 is out',
  '50 % faster',
])('lets honest prose pass: %s', (text) => {
  expect(codesOf(draft({ headline: text }))).toEqual([]);
});

test.each([
  null,
  'text',
  42,
  [],
  {},
  { headline: 'x' },
  { ...draft(), extra: 1 },
  { ...draft(), headline: '' },
])('refuses a draft of another shape: %j', (given) => {
  expect(new Set(codesOf(given))).toEqual(new Set(['schema']));
});

test('findings quote a key without anything that could go live in a log', () => {
  const verdict = verify(
    draft({ sections: [{ title: 'x', items: [{ text: null, pull_requests: ['acme/shop#9'] }] }] }),
    manifest,
    context,
  );
  expect(verdict.ok ? [] : verdict.findings).toEqual([
    {
      code: 'unknown_pull_request',
      where: 'sections[0].items[0].pull_requests',
      what: 'cites "acme/shop#9", which is not in the manifest',
    },
  ]);
});

test('refuses prose that holds the title of what a rule leaves out, wherever, and does not repeat it', () => {
  const hiding = manifestOf([
    { title: 'feat: add dark mode' },
    { title: 'feat: merger with Initech', excluded: { code: 'label', detail: 'label internal' } },
  ]);
  const words = 'A merger, with INITECH';
  const item = { text: words, pull_requests: ['acme/shop#1'] };
  const places: Partial<ReportDraft>[] = [
    { headline: words },
    { summary: words },
    { sections: [{ title: words, items: [{ ...item, text: null }] }] },
    { sections: [{ title: 'Features', items: [item] }] },
  ];
  for (const place of places) {
    const verdict = verify(draft({ summary: 'Plain.', sections: [], ...place }), hiding, context);
    const findings = verdict.ok ? [] : verdict.findings;
    expect(findings.map(({ code }) => code)).toEqual(['left_out_title']);
    expect(JSON.stringify(findings)).not.toMatch(/merger|initech/i);
  }
});
