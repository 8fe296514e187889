import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownText } from '../../../action/report/markdown-text.ts';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { readRendered } from '../../support/read-rendered.ts';

test.each([
  ['Follow-up to #12', 'Follow-up to `#12`'],
  ['Bump @scope/pkg to 2.0', 'Bump `@scope/pkg` to 2.0'],
  ['Return Array<T> (see #12, #13)', 'Return Array\\<T\\> (see `#12`, `#13`)'],
  ['Use `a && b` here', 'Use `a && b` here'],
  ['Move to https://example.com now', 'Move to `https://example.com` now'],
  ['Rename my_long_name', 'Rename my\\_long\\_name'],
  ['# not a heading', '\\# not a heading'],
  ['1. not a list', '1\\. not a list'],
  ['Ship it 🚀', 'Ship it 🚀'],
])('shows %s as %s', (title, markdown) => {
  expect(markdownText(title)).toBe(markdown);
});

test('whatever the text, the markdown shows its very characters and nothing in it is live', () =>
  fc.assert(
    fc.property(hostileText, (text) => {
      const line = visibleText(text);
      const { links, allText, forbidden, liveText } = readRendered(`- ${markdownText(line)}`);
      expect({ links, forbidden }).toEqual({ links: [], forbidden: [] });
      expect(liveText.normalize('NFKC')).not.toMatch(/#\p{Nd}|@[\p{L}\p{N}_]|:\/\/|www\./iu);
      const plain = (shown: string) => shown.replace(/[\s`]/gu, '');
      expect(plain(allText)).toBe(plain(line));
    }),
    { numRuns: 2_000 },
  ));
