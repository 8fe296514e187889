import { expect, test } from 'vitest';
import { deliverToSlack } from '../../delivery/slack.ts';
import { mostMessages, renderSlack } from '../../delivery/slack/render-slack.ts';
import { linesOf, linksOf } from '../delivery/slack/read-message.ts';
import { home, links, longOutline, noLinks, shortOutline } from '../delivery/slack/samples.ts';
import { startSlack } from '../delivery/slack/slack-server.ts';

const pulls = (count: number) =>
  Array.from({ length: count }, (_, at) => `#${at + 1} ${home}/pull/${at + 1}`).toSorted();

test.each([1, 30, 120, 400, 1_000])(
  'S4: a report on %i pull requests is split with every one of them, and nothing is rejected',
  async (count) => {
    const slack = await startSlack();
    const messages = renderSlack(longOutline(count), noLinks);
    const delivery = await deliverToSlack(messages, slack.bot, slack.edges);

    expect(delivery.state).toBe('sent');
    expect(slack.posts.map(({ status }) => status)).toEqual(messages.map(() => 200));
    expect(linksOf(messages).toSorted()).toEqual(pulls(count));
  },
);

test('S4: with a token the first message is the head, and the others are replies to it', async () => {
  const slack = await startSlack();
  await deliverToSlack(renderSlack(longOutline(200), noLinks), slack.bot, slack.edges);
  const [head, ...replies] = slack.posts.map(({ body }) => body);

  expect(head).not.toHaveProperty('thread_ts');
  expect(replies.length).toBeGreaterThan(1);
  for (const reply of replies)
    expect(reply).toMatchObject({ channel: 'C0123456789', thread_ts: '1794128400.000100' });
});

test('S4: where there is a link to the whole, titles give way first and every number stays', async () => {
  const messages = renderSlack(longOutline(300), links);

  expect(messages).toHaveLength(mostMessages.channel);
  expect(linksOf(messages).toSorted()).toEqual(pulls(300));
  expect(linesOf(messages).filter((line) => /^and \d+ more: /.test(line))).not.toEqual([]);
});

test('S4: what does not fit even so is counted, with a link to the whole', async () => {
  const slack = await startSlack();
  const messages = renderSlack(longOutline(2_000), links);
  const delivery = await deliverToSlack(messages, slack.webhook, slack.edges);
  const shown = linksOf(messages).filter((link) => link.includes('/pull/')).length;

  expect(messages).toHaveLength(mostMessages.channel);
  expect(shown).toBeGreaterThan(300);
  expect(linesOf(messages)).toContain(
    `Truncated: ${shown} of 2,000 pull requests and commits are shown here. The whole report`,
  );
  expect(linksOf(messages).at(-1)).toBe(`The whole report ${links.runUrl}`);
  expect(delivery.state).toBe('sent');
});

test('S4: words without end are split or marked, never cut in silence', async () => {
  const slack = await startSlack();
  const word = 'Schifffahrt '.repeat(900).trim();
  const messages = renderSlack(
    {
      ...shortOutline,
      headline: word,
      summary: word,
      notes: [word],
      sections: [
        {
          title: word,
          items: [{ text: word, references: [{ label: '#1', url: `${home}/pull/1` }], authors: [word] }],
          note: null,
        },
      ],
    },
    noLinks,
  );
  const delivery = await deliverToSlack(messages, slack.webhook, slack.edges);

  expect(delivery.state).toBe('sent');
  const lines = linesOf(messages);
  // The headline, cut in the header, and the summary stand in full.
  expect(lines.join(' ').split('Schifffahrt').length - 1).toBeGreaterThan(1_800);
  expect(lines.find((line) => line.includes('#1'))).toMatch(/… #1 by .*…$/);
});

test('S4: many small blocks are split before Slack counts too many', async () => {
  const slack = await startSlack();
  const notes = Array.from({ length: 120 }, (_, at) => `Note ${at + 1}`);
  const messages = renderSlack({ ...shortOutline, sections: [], notes }, links);
  const delivery = await deliverToSlack(messages, slack.webhook, slack.edges);

  expect(delivery).toMatchObject({ state: 'sent', total: 3 });
  expect(messages.every(({ blocks }) => blocks.length <= 50)).toBe(true);
});
