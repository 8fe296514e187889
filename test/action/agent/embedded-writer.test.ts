import { expect, test } from 'vitest';
import type { Wishes } from '../../../action/agent/writer.ts';
import { embeddedWriter } from '../../../action/agent/embedded-writer.ts';
import { highlightOf } from '../../../action/agent/embedded/manifest-facts.ts';
import { createTrace } from '../../../action/lineage/trace.ts';
import { verify } from '../../../action/report/verify.ts';
import { tonePresets } from '../../../contract/pulse-request.ts';
import { type ReportDraft, reportDraft } from '../../../contract/report.ts';
import { type ChangeSketch, manifestOf } from '../../support/manifest-of.ts';

const aids = { check: () => [], trace: createTrace(() => new Date(0)) };
const neutral: Wishes = { tone: 'neutral', customPrompt: null, sections: [] };

async function write(
  changes: readonly ChangeSketch[],
  wishes: Partial<Wishes> = {},
  type: 'shipped' | 'release' | 'upcoming' = 'shipped',
): Promise<ReportDraft> {
  const { draft } = await embeddedWriter.write(manifestOf(changes, type), { ...neutral, ...wishes }, aids);
  return reportDraft.parse(draft);
}

const week: ChangeSketch[] = [
  { title: 'feat(ui): add dark mode' },
  { title: 'fix(cart): keep the discount', author: { login: null, name: 'Grace Hopper' } },
  { title: 'feat: add one-click payment' },
  { title: 'docs: explain refunds' },
  { title: 'perf: answer searches from an index' },
  { title: 'fix(cart): round totals' },
];

test('writes a headline of what is new and a summary of two sentences', async () => {
  const { headline, summary } = await write(week);
  expect(headline).toBe('Dark mode, one-click payment and two fixes');
  expect(summary).toBe(
    'Six pull requests from two people were merged into main: two features, two fixes, one performance improvement and one smaller change. Most of the work went into cart.',
  );
});

test('groups by kind in a fixed order and lets titles speak', async () => {
  const { sections } = await write(week);
  expect(sections.map(({ title, items }) => [title, ...items.flatMap((item) => item.pull_requests)])).toEqual(
    [
      ['Features', 'acme/shop#1', 'acme/shop#3'],
      ['Fixes', 'acme/shop#2', 'acme/shop#6'],
      ['Performance', 'acme/shop#5'],
      ['Documentation', 'acme/shop#4'],
    ],
  );
  expect(sections.flatMap(({ items }) => items.map(({ text }) => text)).every((text) => text === null)).toBe(
    true,
  );
});

test('says first what breaks, then what was taken back', async () => {
  expect((await write([{ title: 'feat!: drop the v1 API' }])).summary).toContain(
    'One change is breaking: read it before you upgrade.',
  );
  expect((await write([{ title: 'Revert "feat: add dark mode"' }])).summary).toContain(
    'One earlier change was taken back.',
  );
});

test('puts three or more dependency updates on one line, two on their own', async () => {
  const bump = (name: string) => ({ title: `chore(deps): bump ${name} from 1.0.0 to 1.0.1` });
  const three = await write([bump('a'), bump('b'), bump('c')]);
  expect(three.sections).toEqual([
    {
      title: 'Maintenance',
      items: [
        { text: 'Three dependency updates', pull_requests: ['acme/shop#1', 'acme/shop#2', 'acme/shop#3'] },
      ],
    },
  ]);
  expect((await write([bump('a'), bump('b')])).sections[0]?.items).toHaveLength(2);
});

test('takes sections by label before those by kind', async () => {
  const { sections } = await write(
    [{ title: 'feat: add a', labels: ['Area: Billing'] }, { title: 'feat: add b' }],
    {
      sections: [{ title: 'Billing', labels: ['area: billing'] }],
    },
  );
  expect(sections.map(({ title }) => title)).toEqual(['Billing', 'Features']);
});

test('leads a release with its tag and an upcoming report with what is next', async () => {
  expect((await write(week, {}, 'release')).headline).toBe(
    'v1.3.0: dark mode, one-click payment and two fixes',
  );
  expect((await write(week, {}, 'release')).summary).toMatch(/^v1\.3\.0 brings two features/);
  expect((await write(week, {}, 'upcoming')).headline).toBe(
    'Coming next: dark mode, one-click payment and two fixes',
  );
});

test('reports commits without a pull request when there is nothing else', async () => {
  const { headline, summary, sections } = await write([{ title: 'Fix the build', number: null }]);
  expect({ headline, sections }).toEqual({
    headline: 'One commit pushed without a pull request',
    sections: [],
  });
  expect(summary).toContain('No pull request was merged, but one commit went in without one.');
});

test('counts bots apart from people', async () => {
  const author = { login: 'renovate[bot]', name: 'renovate[bot]' };
  expect((await write([{ title: 'Update dependency x to v2', author }])).summary).toContain(
    'One pull request from bots was merged',
  );
});

test.each(tonePresets)('speaks in the tone %s and passes the gate', async (tone) => {
  for (const type of ['shipped', 'release', 'upcoming'] as const) {
    const manifest = manifestOf(week, type);
    const { draft, notices } = await embeddedWriter.write(manifest, { ...neutral, tone }, aids);
    expect(notices).toEqual([]);
    expect(verify(draft, manifest, { degraded: null, notices: [] })).toMatchObject({ ok: true });
  }
});

test('tells when a wish takes a model, instead of dropping it', async () => {
  const { notices } = await embeddedWriter.write(
    manifestOf(week),
    {
      ...neutral,
      tone: 'like a pirate',
      customPrompt: 'sing',
    },
    aids,
  );
  expect(notices.map(({ code }) => code)).toEqual(['tone_needs_model', 'prompt_needs_model']);
});

test.each([
  ['feat: add a dark mode', 'dark mode'],
  ['Add support for Windows on ARM', 'Windows on ARM'],
  ['feat: support passkeys', 'passkeys support'],
  ['feat: add config option for history-limit', 'config option for history-limit'],
  ['feat: introduce a much faster way to find things in the shop', null],
  ['feat: rework search', null],
  ['feat: add #12 for @octocat', null],
  ['feat: add https://evil.example', null],
])('takes from "%s" the highlight %s', (title, highlight) => {
  expect(highlightOf(title)).toBe(highlight);
});
