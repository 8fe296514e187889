import type { Block, RichTextBlock } from './block-kit.ts';
import { sizeOf, slackLimits } from './limits.ts';
import { inlineText, richText } from './rich-text.ts';
import { type Piece, type Row, richBlock, richSection } from './pieces.ts';

const charactersOf = ({ elements }: RichTextBlock): number =>
  elements
    .flatMap((element) => (element.type === 'rich_text_list' ? element.elements : [element]))
    .flatMap(({ elements: inline }) => inline)
    .reduce((sum, { text }) => sum + text.length, 0);

function withRow(block: RichTextBlock, { form, elements }: Row): RichTextBlock {
  const line = richSection(elements);
  if (form === 'line') return richBlock([...block.elements, line]);
  const last = block.elements.at(-1);
  if (last?.type !== 'rich_text_list')
    return richBlock([...block.elements, { type: 'rich_text_list', style: 'bullet', elements: [line] }]);
  const item = last.elements.at(-1);
  const items =
    form === 'more' && item
      ? [...last.elements.slice(0, -1), richSection([...item.elements, inlineText(', '), ...elements])]
      : [...last.elements, line];
  return richBlock([...block.elements.slice(0, -1), { ...last, elements: items }]);
}

/** Beyond so many pieces a title is shown as code. */
const titlePieces = 6;

function heading(title: string, isContinued: boolean): RichTextBlock {
  const elements = richText(title, { bold: true }, titlePieces);
  if (elements.length === 0) return richBlock([]);
  const more = isContinued ? [inlineText(' (continued)', { bold: true })] : [];
  return richBlock([richSection([...elements, ...more])]);
}

/** The blocks of one message while it is being filled. */
class Filling {
  readonly #closed: Block[] = [];
  #closedBytes = 0;
  #last: Block | null = null;
  /** Section of the last block, when that is a list which may grow. */
  #section: object | null = null;
  readonly #room: number;

  /** @param room bytes for blocks */
  constructor(room: number) {
    this.#room = room;
  }

  /** @returns false when there is no room; nothing is changed then */
  add(piece: Piece, isContinued: boolean): boolean {
    if (piece.kind === 'block') return this.#push(piece.block, null);
    const grown =
      this.#section === piece.section && this.#last?.type === 'rich_text'
        ? withRow(this.#last, piece.row)
        : null;
    if (grown && charactersOf(grown) <= slackLimits.blockCharacters) return this.#replace(grown);
    const opened = grown ? richBlock([]) : heading(piece.section.title, isContinued);
    return this.#push(withRow(opened, piece.row), piece.section);
  }

  #fits(last: Block, closedBytes: number, count: number): boolean {
    return closedBytes + sizeOf(last) + 3 <= this.#room && count <= slackLimits.blocks;
  }

  #push(block: Block, section: object | null): boolean {
    const closedBytes = this.#closedBytes + (this.#last ? sizeOf(this.#last) + 1 : 0);
    const isEmpty = this.#last === null;
    if (!isEmpty && !this.#fits(block, closedBytes, this.#closed.length + 2)) return false;
    if (this.#last) this.#closed.push(this.#last);
    this.#closedBytes = closedBytes;
    this.#last = block;
    this.#section = section;
    return true;
  }

  #replace(block: RichTextBlock): boolean {
    if (!this.#fits(block, this.#closedBytes, this.#closed.length + 1)) return false;
    this.#last = block;
    return true;
  }

  get blocks(): Block[] {
    return this.#last ? [...this.#closed, this.#last] : this.#closed;
  }
}

/**
 * Fills messages one after the other, in order.
 * @param reserved bytes that each message must leave free for its foot
 */
export function flow(pieces: readonly Piece[], reserved: number): Block[][] {
  const room = slackLimits.messageBytes - reserved;
  const messages: Filling[] = [new Filling(room)];
  let before: object | null = null;
  for (const piece of pieces) {
    const section = piece.kind === 'row' ? piece.section : null;
    const isContinued = section !== null && section === before;
    if (!messages.at(-1)?.add(piece, isContinued)) {
      const next = new Filling(room);
      next.add(piece, isContinued);
      messages.push(next);
    }
    before = section;
  }
  return messages.map(({ blocks }) => blocks);
}
