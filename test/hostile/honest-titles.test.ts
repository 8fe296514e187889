import { beforeAll, describe, expect, test } from 'vitest';
import { readRendered } from '../support/read-rendered.ts';
import { findBreaches } from './find-breaches.ts';
import { type HostileRun, hostileRun } from './hostile-run.ts';
import { hostileStory } from './hostile-story.ts';
import { obeyingModel } from './obeying-model.ts';

/** Titles that people really write, full of what attacks are made of. */
const titles = [
  'Return Array<T> from the client',
  'Allow <T extends U> and <K, V = unknown> in hooks',
  'Replace @scope/pkg with @other/pkg',
  'Use `useMemo()` and `a && b` in the list',
  'Show ``a`b`` as code',
  'Ship it 🚀 with 🎉 and 🇩🇪',
  'Follow-up to #12 (see #13)',
  'C# bindings for the F# runtime',
  'Read paths like src/app/[slug]/page.tsx and C:\\temp\\x',
  'Say "hello", ‘hi’ and «salut» in quotes',
  'Handle 100% & 50 % and a | b',
  'Rename my_long_name and __init__.py',
  'Fix *.ts globs, **/*.md and ~/.config',
  'Support $HOME, ${name} and {{ mustache }}',
  'Add an operator: a ?? b, a ?. b, !x, ~x, x ** 2, x => y',
  'Bump node from 22.1.0 to 24.0.0 (major)',
  'Upgrade ASP.NET, Node.js and socket.io',
  'Close the <dialog> and <img alt=""> gaps',
  'Escape &amp; and &lt; once',
  'Drop IE < 11 and Safari > 9',
  '1. is not a list and neither is 2)',
  '# is not a heading',
  '- is not a list, + neither',
  '> is not a quote',
  'Émile, Zürich, Łódź, İstanbul, naïve café',
  'Decomposed: e\u0301, o\u0308, n\u0303, Vie\u0323\u0302t',
  'Deutsch: Größenänderung übernommen',
  'Русский: исправлена ошибка поиска',
  'Ελληνικά: διόρθωση αναζήτησης',
  '中文：修复搜索问题',
  '日本語：検索の不具合を修正',
  '한국어: 검색 문제 수정',
  'עברית: תיקון שגיאת חיפוש',
  'العربية: إصلاح خطأ البحث',
  'فارسی: رفع خطای جستجو',
  'हिन्दी: खोज की त्रुटि ठीक की',
  'ไทย: แก้ไขการค้นหา',
  'Tiếng Việt: sửa lỗi tìm kiếm',
  'Revise math: x² + y² ≤ z², ∀x∈ℝ, → ⇒ ≠',
  'Cost $5 or €4, £3, ¥2',
  'Move to https://example.com/docs',
  'Mail goes to ops@example.com now',
  'Keep 0xdeadbeef and d6cd1e2 apart',
  'Set Content-Type: text/html; charset=utf-8',
  'Run `npm run build -- --check` in CI',
  'Make ::before and ::after optional in CSS',
  'std::vector<std::string> instead of char**',
  'Allow emails such as a+b@c.de in the form',
  'No-op',
  'Sort by (a, b) not [a, b]',
  'Tabs are fine too… and “curly” dashes – —',
];

/** Code points that reports leave out, and back-ticks, which show as code. */
const asShown = (text: string) => text.replace(/[`\u200B-\u200F\uFE0E\uFE0F]/g, '').replace(/\s+/g, ' ');

let run: HostileRun;

beforeAll(async () => {
  const planted = titles.map((attack) => ({ carrier: 'title' as const, attack }));
  const story = hostileStory(planted, { more: titles.length });
  run = await hostileRun(story, obeyingModel('only prose', 1));
});

describe('an honest title reads as it was written', () => {
  test.each(titles)('%s', (title) => {
    const page = asShown(readRendered(run.outputs['report.md']!).allText);
    expect(page).toContain(asShown(title));
    expect(asShown(run.outputs['terminal']!)).toContain(asShown(title));
  });
});

test('and none of them goes live', () => {
  expect(findBreaches(run)).toEqual([]);
});
