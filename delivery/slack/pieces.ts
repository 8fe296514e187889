import type { OutlineItem, OutlineReference, OutlineSection } from '../../contract/outline.ts';
import { visibleText } from '../../contract/reading/visible-text.ts';
import type { Block, Inline, RichTextBlock, RichTextSection } from './block-kit.ts';
import { sizeOf } from './limits.ts';
import { partsOf, quietText, shorten } from './plain-text.ts';
import { inlineText, referenceText, richText } from './rich-text.ts';

/** A line of a section, or what goes on with one; it goes whole into one message. */
export interface Row {
  /** `more` goes on with the item before it, where that is in the same block. */
  form: 'item' | 'more' | 'line';
  elements: Inline[];
  references: OutlineReference[];
}

/** What a message is put together from, in order. */
export type Piece =
  | { kind: 'block'; block: Block }
  /** Rows with the same section stand in one list, which is headed again where it continues in a further message. */
  | { kind: 'row'; section: { title: string }; row: Row };

/** Longest text of an item in UTF-16 units; GitHub's titles end at 256, a commit's subject has no end. */
const itemCharacters = 400;
const authorCharacters = 60;
const titleCharacters = 150;
/** Beyond so many pieces a name is shown as code. */
const authorPieces = 6;
const shownAuthors = 3;
/** References on one row, in bytes of JSON. */
const referenceBytes = 1_000;
/** Text of one paragraph; small enough that any message has room for one, whatever its letters. */
const paragraphCharacters = 1_500;

/** What code, not a writer, appends for whatever no item cites; see `reportOutline`. */
export const foldedTitle = 'Also merged';
/** Up to so many of these are all shown with their titles; of more, only the first `foldedShown` are. */
const foldedWhole = 8;
const foldedShown = 5;

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** ` by Ada, Bob and 3 others`; nothing without authors. */
function byLine(authors: readonly string[]): Inline[] {
  const names = authors
    .map((name) => richText(shorten(visibleText(name), authorCharacters), {}, authorPieces))
    .filter((name) => name.length > 0);
  if (names.length === 0) return [];
  const hidden = names.length - shownAuthors;
  const others = hidden > 0 ? [[inlineText(`${hidden} other${hidden === 1 ? '' : 's'}`)]] : [];
  const shown = [...names.slice(0, shownAuthors), ...others];
  const words = conjunction.formatToParts(shown.map((_, at) => String(at)));
  return [
    inlineText(' by '),
    ...words.flatMap(({ type, value }) =>
      type === 'element' ? (shown[Number(value)] ?? []) : [inlineText(value)],
    ),
  ];
}

/** References in groups that fit on a row. */
function groupsOf(references: readonly OutlineReference[]): OutlineReference[][] {
  const groups: OutlineReference[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const reference of references) {
    const own = sizeOf(referenceText(reference)) + 30;
    const last = groups.at(-1);
    if (last && size + own <= referenceBytes) {
      last.push(reference);
      size += own;
    } else {
      groups.push([reference]);
      size = own;
    }
  }
  return groups;
}

const cited = (references: readonly OutlineReference[]): Inline[] =>
  references.flatMap((reference, at) => [...(at === 0 ? [] : [inlineText(', ')]), referenceText(reference)]);

/** Plain texts that touch become one: a third of a message is markup as it is. */
function joinPlain(elements: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const element of elements) {
    const last = joined.at(-1);
    if (last?.type === 'text' && element.type === 'text' && !last.style && !element.style)
      joined[joined.length - 1] = inlineText(last.text + element.text);
    else joined.push(element);
  }
  return joined;
}

/** An item: its first row, and further ones where it names more pull requests than a row holds. */
function rowsOf(start: Inline[], references: readonly OutlineReference[], end: Inline[]): Row[] {
  const [first = [], ...others] = groupsOf(references);
  const groups = [first, ...others];
  return groups.map((group, at) => ({
    form: at === 0 ? 'item' : 'more',
    references: group,
    elements: joinPlain([
      ...(at === 0 ? start : []),
      ...cited(group),
      ...(at === groups.length - 1 ? end : []),
    ]),
  }));
}

function itemRows({ text, references, authors }: OutlineItem): Row[] {
  const told = richText(shorten(text, itemCharacters));
  return rowsOf(references.length === 0 ? told : [...told, inlineText(' ')], references, byLine(authors));
}

/** `and 23 more: #12, #13 …` */
const foldedRows = (items: readonly OutlineItem[]): Row[] =>
  items.length === 0
    ? []
    : rowsOf(
        [inlineText(`and ${items.length.toLocaleString('en')} more: `)],
        items.flatMap(({ references }) => references),
        [],
      );

/**
 * A section as rows.
 * @param titles items shown with their titles; of the others only the references are
 */
export function sectionPieces({ title, items, note }: OutlineSection, titles: number): Piece[] {
  const most = title === foldedTitle && items.length > foldedWhole ? Math.min(foldedShown, titles) : titles;
  const [shown, folded] = [items.slice(0, most), items.slice(most)];
  const rows: Row[] = [
    ...shown.flatMap(itemRows),
    ...foldedRows(folded),
    ...(note === null
      ? []
      : partsOf(note, paragraphCharacters).map(
          (part): Row => ({ form: 'line', references: [], elements: richText(part, { italic: true }) }),
        )),
  ];
  const section = { title: shorten(visibleText(title), titleCharacters) };
  return rows.filter(({ elements }) => elements.length > 0).map((row) => ({ kind: 'row', section, row }));
}

export const richSection = (elements: Inline[]): RichTextSection => ({ type: 'rich_text_section', elements });
export const richBlock = (elements: RichTextBlock['elements']): RichTextBlock => ({
  type: 'rich_text',
  elements,
});

/** Prose as blocks, one for each part of a text that is too long for one. */
export const paragraphs = (text: string, bold = false): Block[] =>
  partsOf(text, paragraphCharacters).flatMap((part) => {
    const elements = richText(part, bold ? { bold: true } : {});
    return elements.length === 0 ? [] : [richBlock([richSection(elements)])];
  });

/** Small print. */
export const smallPrint = (text: string): Block[] =>
  partsOf(quietText(text), paragraphCharacters).map((part) => ({
    type: 'context',
    elements: [{ type: 'plain_text', text: part, emoji: false }],
  }));
