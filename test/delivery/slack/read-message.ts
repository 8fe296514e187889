import type { Block, Inline, SlackMessage } from '../../../delivery/slack/block-kit.ts';

const inlinesOf = (block: Block): Inline[][] =>
  block.type === 'rich_text'
    ? block.elements.flatMap((element) =>
        element.type === 'rich_text_list'
          ? element.elements.map(({ elements }) => elements)
          : [element.elements],
      )
    : [];

/** Each line of rich text as a reader sees it. */
export const linesOf = (messages: readonly SlackMessage[]): string[] =>
  messages.flatMap(({ blocks }) =>
    blocks.flatMap(inlinesOf).map((line) => line.map(({ text }) => text).join('')),
  );

/** What stands in rich text outside code and links, where no word may look live. */
export const proseOf = (messages: readonly SlackMessage[]): string[] =>
  messages.flatMap(({ blocks }) =>
    blocks
      .flatMap(inlinesOf)
      .flat()
      .flatMap((element) => (element.type === 'text' && !element.style?.code ? [element.text] : [])),
  );

/** Every link in rich text, as `label address`. */
export const linksOf = (messages: readonly SlackMessage[]): string[] =>
  messages.flatMap(({ blocks }) =>
    blocks
      .flatMap(inlinesOf)
      .flat()
      .flatMap((element) => (element.type === 'link' ? [`${element.text} ${element.url}`] : [])),
  );

/** Header and small print. */
export const plainOf = (messages: readonly SlackMessage[]): string[] =>
  messages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.type === 'header') return [block.text.text];
      return block.type === 'context' ? block.elements.map(({ text }) => text) : [];
    }),
  );
