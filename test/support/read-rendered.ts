import MarkdownIt from 'markdown-it';

/** What a reader's markdown shows, told by a parser that has nothing to do with the renderer. */
export interface Rendered {
  links: { href: string; text: string }[];
  /** Text outside links and code, where GitHub would make references, mentions and links live. */
  liveText: string;
  /** All text as it shows, code included. */
  allText: string;
  /** Images, raw HTML and anything else that must never come from a report. */
  forbidden: string[];
}

const parser = new MarkdownIt({ html: true, linkify: true });

export function readRendered(markdown: string): Rendered {
  const rendered: Rendered = { links: [], liveText: '', allText: '', forbidden: [] };
  for (const block of parser.parse(markdown, {})) {
    if (
      ['html_block', 'fence', 'code_block', 'table_open', 'blockquote_open', 'ordered_list_open'].includes(
        block.type,
      )
    ) {
      rendered.forbidden.push(block.type);
    }
    let link: { href: string; text: string } | null = null;
    for (const token of block.children ?? []) {
      if (token.type === 'image' || token.type === 'html_inline')
        rendered.forbidden.push(`${token.type} ${token.content}`);
      if (token.type === 'link_open') link = { href: String(token.attrGet('href') ?? ''), text: '' };
      if (token.type === 'text' || token.type === 'code_inline' || token.type === 'text_special') {
        rendered.allText += token.content;
        if (link) link.text += token.content;
        else if (token.type !== 'code_inline') rendered.liveText += token.content;
      }
      if (token.type === 'link_close' && link) {
        rendered.links.push(link);
        link = null;
      }
    }
    rendered.liveText += '\n';
    rendered.allText += '\n';
  }
  return rendered;
}
