import { expect, test } from 'vitest';
import { groupSections } from '../../../action/agent/embedded/group-sections.ts';
import { cancelReverts } from '../../../action/window/cancel-reverts.ts';
import { changeKind } from '../../../action/window/change-kind.ts';
import { conventionalTitle } from '../../../contract/reading/conventional-title.ts';
import { foldedText } from '../../../contract/reading/folded-text.ts';
import { revertTitle } from '../../../contract/reading/revert-title.ts';
import type { Change } from '../../../action/sources/source.ts';
import { manifestOf } from '../../support/manifest-of.ts';

const kindOf = (title: string, labels: string[] = []) =>
  changeKind({ title, labels, paths: [], isBreaking: false, isRevert: false });

test('hidden code points hide neither the type of a title nor the revert in it', () => {
  expect(conventionalTitle('\u200bfeat(shop)\u00ad: gifts')).toMatchObject({
    kind: 'feature',
    scope: 'shop',
  });
  expect(revertTitle('\u202aRevert "gifts"')?.subject).toBe('gifts');
  expect(kindOf('\u200bFix totals')).toBe('fix');
  expect(kindOf('Totals', ['b\u200bug'])).toBe('fix');
});

test('sections by label take labels as they are seen', () => {
  const manifest = manifestOf([{ title: 'feat: gifts', labels: ['area\u200b/Shop '] }]);
  const [section] = groupSections(manifest, [{ title: 'Shop', labels: ['ａrea/shop'] }]);

  expect(section?.title).toBe('Shop');
});

test('a revert by title finds what it takes back, whatever is hidden in either', () => {
  const change = (number: number, title: string, reverts: Change['reverts'] = null): Change => ({
    number,
    commit: null,
    aliases: [],
    rebased: [],
    title,
    author: { login: 'ada', name: null },
    at: '2026-11-01T00:00:00Z',
    url: null,
    labels: null,
    isBreaking: false,
    reverts,
  });
  const changes = [
    change(1, 'feat: gi\u200bfts'),
    change(2, 'Revert "feat: gifts"', {
      commits: [],
      numbers: [],
      quoted: { title: 'feat: gifts\u00ad', number: null },
      elsewhere: null,
      isAll: true,
    }),
  ];

  const { cancelled } = cancelReverts('acme/shop', changes);
  expect(changes.map((each) => cancelled.get(each)?.code)).toEqual(['reverted', 'reverts']);
});

test('what is compared has one form: seen, plain and in lower case', () => {
  expect(foldedText(' Ｓｋｉｐ\u00a0 \u200bCafe\u0301 \ufb01x ')).toBe('skip café fix');
});
