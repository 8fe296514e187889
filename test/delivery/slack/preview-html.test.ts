import fc from 'fast-check';
import { expect, test } from 'vitest';
import { previewHtml } from '../../../delivery/slack/preview-html.ts';
import { renderFailure } from '../../../delivery/slack/render-failure.ts';
import { renderSlack } from '../../../delivery/slack/render-slack.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { item, links, longOutline, shortOutline } from './samples.ts';

const tags =
  /<(?:!doctype html|meta (?:charset="utf-8"|http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"|name="[\w-]+" content="[^"<>]+")|a href="https?:\/\/[^"<>\s]+" rel="noopener noreferrer"|html lang="en"|section class="slack (?:light|dark)" aria-label="(?:light|dark) theme"|(?:div|span) class="\w+"|svg class="avatar" viewBox="0 0 36 36" aria-hidden="true"|rect width="36" height="36" rx="8"\/|path d="[\w -]+"\/|\/?(?:html|head|title|style|body|main|section|svg|div|span|article|h2|p|ul|li|b|i|code|a|br))>/g;

/** What is left when every tag that code writes is gone. */
const textOf = (html: string) => html.replace(/<style>.*?<\/style>/s, '').replace(tags, '');

test('the page shows the message in both themes', () => {
  const html = previewHtml(renderSlack(shortOutline, links));
  expect(html.split('Drop the v1 endpoints')).toHaveLength(3);
  expect(html).toContain('<a href="https://github.com/acme/shop/pull/50" rel="noopener noreferrer">#50</a>');
  expect(html).toContain('<code>@acme/pay</code>');
  expect(html).toContain(`<a href="${links.runUrl}" rel="noopener noreferrer">Workflow run</a>`);
  expect(html.match(/<section /g)).toHaveLength(2);
});

test('the page asks for nothing from elsewhere and runs nothing', () => {
  const html = previewHtml(renderSlack(longOutline(90), links));
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(html).not.toMatch(/<script|<link|<img|url\(|@import|\son\w+=|\ssrc=/i);
});

test('whatever a title holds, the page has no markup but its own', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (title, author) => {
      const outline = {
        ...shortOutline,
        headline: title,
        context: [title],
        sections: [{ title, items: [item(1, title, author)], note: title }],
      };
      const messages = renderSlack(outline, links);
      const failure = renderFailure({ repository: title, message: title, nextStep: author, runUrl: null });
      expect(textOf(previewHtml([...messages, failure]))).not.toMatch(/[<>]/);
    }),
    { numRuns: 500 },
  );
});
