import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conventionalTitle } from '../../../contract/reading/conventional-title.ts';
import { displayTitle } from '../../../contract/reading/display-title.ts';
import { splitTrailingNumber } from '../../../contract/reading/trailing-number.ts';
import { hasHiddenCodePoints, visibleText } from '../../../contract/reading/visible-text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('a conventional title', () => {
  test.each([
    ['feat: gifts', 'feature', null, 'gifts'],
    ['FEAT(ui): gifts', 'feature', 'ui', 'gifts'],
    ['fix( api )!: totals', 'breaking', 'api', 'totals'],
    ['chore():tidy', 'maintenance', null, 'tidy'],
    ['perf: a: b', 'performance', null, 'a: b'],
  ])('%s is taken apart', (title, kind, scope, subject) => {
    expect(conventionalTitle(title)).toEqual({ kind, scope, subject });
  });

  test.each(['Note: gifts', 'feat gifts', 'feat:', 'feat: ', ': gifts', 'feat(a(b)): x', 'constructor: x'])(
    '%j is none',
    (title) => {
      expect(conventionalTitle(title)).toBeNull();
    },
  );
});

describe('a title as it is shown', () => {
  test.each([
    ['feat(ui): add gifts.', 'Add gifts'],
    ['feat: add gifts (#12)', 'Add gifts'],
    ['useState in forms', 'useState in forms'],
    ['`npm ci` fails', '`npm ci` fails'],
    ['fix: Array<T> in @scope/pkg', 'Array<T> in @scope/pkg'],
    ['Wait...', 'Wait...'],
    ['Revert "feat: gifts"', 'Gifts'],
    ['Reapply "feat: gifts"', 'Gifts (brought back)'],
    ['éclair: new filling', 'Éclair: new filling'],
    ['a\u202Eb\u200B\tc', 'Ab c'],
    ['Ship it 🚀', 'Ship it 🚀'],
    ['(#12)', ''],
  ])('%j reads %j', (title, shown) => {
    expect(displayTitle(title)).toBe(shown);
  });

  test('is one line with nothing hidden in it, whatever the title', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const shown = displayTitle(title);
        return !hasHiddenCodePoints(shown) && shown === shown.trim() && !/[\r\n]/.test(shown);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('visible text', () => {
  test('settles in one pass and hides nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const visible = visibleText(text);
        return visibleText(visible) === visible && !hasHiddenCodePoints(visible);
      }),
      { numRuns: 2000 },
    );
  });

  test('has no code point of those that terminals, browsers and readers act on or do not show', () => {
    const hidden = [
      0x00, 0x07, 0x1b, 0x7f, 0x9b, 0xad, 0x34f, 0x115f, 0x17b4, 0x180b, 0x200b, 0x200d, 0x202a, 0x202e,
      0x2060, 0x2065, 0x2069, 0x2800, 0x3164, 0xe000, 0xfe0f, 0xfeff, 0xffa0, 0xfff0, 0xfffb, 0xe0001,
      0xe0002, 0xe0041, 0xe007f, 0xe0080, 0xe0100, 0xe01ef, 0xe01f0, 0xe0fff, 0xf0000, 0x10fffd,
    ];
    const left = hidden.filter((point) => visibleText(`a${String.fromCodePoint(point)}b`) !== 'ab');

    expect(left.map((point) => point.toString(16))).toEqual([]);
  });

  test('keeps letters, signs and emoji of every script', () => {
    for (const text of ['Grüße', '日本語', 'עברית', 'हिन्दी', '🚀👍🏽', 'e\u0301', '∀x∈ℝ', '¥€', '٣']) {
      expect(visibleText(text)).toBe(text);
    }
  });
});

describe('a number at the end of a title', () => {
  test.each([
    ['gifts (#12)', 'gifts', 12],
    ['gifts(#12)  ', 'gifts', 12],
    ['gifts (#11) (#12)', 'gifts (#11)', 12],
    ['gifts (#0)', 'gifts (#0)', null],
    ['gifts (#12) more', 'gifts (#12) more', null],
    ['gifts #12', 'gifts #12', null],
  ])('%j', (given, title, number) => {
    expect(splitTrailingNumber(given)).toEqual({ title, number });
  });
});
