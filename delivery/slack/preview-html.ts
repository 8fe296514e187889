import type { Block, ContextBlock, Inline, RichTextBlock, SlackMessage } from './block-kit.ts';
import { previewStyle } from './preview-style.ts';

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const link = (href: string, text: string): string =>
  /^https?:\/\//.test(href)
    ? `<a href="${escape(href)}" rel="noopener noreferrer">${escape(text)}</a>`
    : escape(text);

const lines = (html: string): string => html.replaceAll('\n', '<br>');

function inline(element: Inline): string {
  if (element.type === 'link') return link(element.url, element.text);
  const { bold, italic, code } = element.style ?? {};
  const tags = [...(bold ? ['b'] : []), ...(italic ? ['i'] : []), ...(code ? ['code'] : [])];
  return tags.reduceRight((html, tag) => `<${tag}>${html}</${tag}>`, lines(escape(element.text)));
}

const inlines = (elements: readonly Inline[]) => elements.map(inline).join('');

/** Slack's own reading of mrkdwn as far as code writes it: links, and three escaped characters. */
function mrkdwn(text: string): string {
  const decoded = (part: string) =>
    part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return text
    .split(/(<https?:[^<>|]+\|[^<>|]+>)/)
    .map((part) => {
      const { href, label } = /^<(?<href>[^|]+)\|(?<label>.+)>$/.exec(part)?.groups ?? {};
      return href !== undefined && label !== undefined
        ? link(decoded(href), decoded(label))
        : lines(escape(decoded(part)));
    })
    .join('');
}

const richElement = (element: RichTextBlock['elements'][number]): string =>
  element.type === 'rich_text_section'
    ? `<p>${inlines(element.elements)}</p>`
    : `<ul>${element.elements.map(({ elements }) => `<li>${inlines(elements)}</li>`).join('')}</ul>`;

const contextElement = (element: ContextBlock['elements'][number]): string =>
  `<span>${element.type === 'mrkdwn' ? mrkdwn(element.text) : lines(escape(element.text))}</span>`;

function block(shown: Block): string {
  switch (shown.type) {
    case 'header':
      return `<h2>${escape(shown.text.text)}</h2>`;
    case 'context':
      return `<div class="context">${shown.elements.map(contextElement).join('')}</div>`;
    case 'rich_text':
      return `<div class="rich">${shown.elements.map(richElement).join('')}</div>`;
  }
}

const avatar =
  '<svg class="avatar" viewBox="0 0 36 36" aria-hidden="true"><rect width="36" height="36" rx="8"/>' +
  '<path d="M5 19h7l3-9 6 16 3-7h7"/></svg>';

/** Messages of one app that follow each other have one name above them. */
const channel = (theme: string, messages: readonly SlackMessage[]): string => {
  const bodies = messages.map(({ blocks }) => `<article>${blocks.map(block).join('')}</article>`).join('');
  return (
    `<section class="slack ${theme}" aria-label="${theme} theme">${avatar}<div class="said">` +
    `<div class="who"><b>ZenPulse</b><span class="badge">APP</span></div>${bodies}</div></section>`
  );
};

/**
 * A page that shows messages about as Slack does, light and dark. It is made from the very blocks that are sent, needs
 * nothing from elsewhere and runs no script.
 */
export function previewHtml(messages: readonly SlackMessage[]): string {
  const [first] = messages;
  const title = escape(first?.text.split('\n')[0] ?? 'Nothing to show');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Preview: ${title}</title>
<style>${previewStyle}</style>
</head>
<body>
<main>
${channel('light', messages)}
${channel('dark', messages)}
</main>
</body>
</html>
`;
}
