import { expect, test } from 'vitest';
import { deliverToSlack } from '../../../delivery/slack.ts';
import type { SlackMessage } from '../../../delivery/slack/block-kit.ts';
import { passGate } from '../../../delivery/slack/mention-gate.ts';
import { renderSlack } from '../../../delivery/slack/render-slack.ts';
import { links, shortOutline } from './samples.ts';
import { startSlack } from './slack-server.ts';

const good = renderSlack(shortOutline, links)[0]!;
const saying = (text: string): SlackMessage => ({
  ...good,
  blocks: [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
    },
  ],
});

test.each([
  ['a call to the channel', saying('Hello <!channel>'), 'holds a mark'],
  ['a call to a person', saying('Hello <@U123>'), 'holds a mark'],
  ['a channel', saying('See <#C123>'), 'holds a mark'],
  ['a call in the notification', { ...good, text: '<!here>' }, 'message 1.text holds a mark'],
  ['no text', { ...good, text: '' }, 'message 1.text'],
  ['no blocks', { ...good, blocks: [] }, 'message 1.blocks'],
  ['too many blocks', { ...good, blocks: Array.from({ length: 51 }, () => good.blocks[0]!) }, 'blocks'],
  ['too long a block', saying('x'.repeat(3_001)), 'message 1.blocks.0'],
  [
    'too much in all',
    { ...good, blocks: Array.from({ length: 10 }, () => saying('x'.repeat(2_000)).blocks[0]!) },
    '13,000 bytes',
  ],
  [
    'a link elsewhere than to the web',
    {
      ...good,
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [{ type: 'link', url: 'javascript:alert(1)', text: 'x' }],
            },
          ],
        },
      ],
    } satisfies SlackMessage,
    'http or https',
  ],
  ['a block that is not used', { ...good, blocks: [{ type: 'image' } as never] }, 'blocks.0'],
])('refuses %s', (_, message, finding) => {
  expect(() => passGate([message])).toThrow(
    expect.objectContaining({ code: 'slack_unsafe', message: expect.stringContaining(finding) }),
  );
});

test('is passed before anything is sent, also by the last message', async () => {
  const slack = await startSlack();
  const delivery = await deliverToSlack([good, saying('<!channel>')], slack.webhook, slack.edges);

  expect(delivery).toMatchObject({ state: 'failed', posted: 0, total: 2, message: null });
  expect(delivery.problem?.code).toBe('slack_unsafe');
  expect(slack.posts).toEqual([]);
});

test('what goes out asks for no previews of links and no names made live', async () => {
  const slack = await startSlack();
  const quiet = { unfurl_links: false, unfurl_media: false, link_names: false };
  await deliverToSlack([good], slack.webhook, slack.edges);
  await deliverToSlack([good], slack.bot, slack.edges);

  expect(slack.posts[0]?.body).toEqual({ ...good, ...quiet });
  expect(slack.posts[0]?.authorization).toBeUndefined();
  expect(slack.posts.at(-1)?.path).toBe('/api/chat.postMessage');
  expect(slack.posts.at(-1)?.authorization).toBe('Bearer xoxb-SECRET-SECRET');
  expect(slack.posts.at(-1)?.body).toEqual({ ...good, ...quiet, parse: 'none', channel: 'C0123456789' });
});
