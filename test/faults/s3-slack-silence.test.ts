import { expect, test } from 'vitest';
import { deliverToSlack } from '../../delivery/slack.ts';
import { renderSlack } from '../../delivery/slack/render-slack.ts';
import { links, longOutline, noLinks, shortOutline } from '../delivery/slack/samples.ts';
import { type Answer, startSlack } from '../delivery/slack/slack-server.ts';

const one = renderSlack(shortOutline, links);
const many = renderSlack(longOutline(200), noLinks);

test.each([
  ['silence', { instead: 'silence' }],
  ['a broken connection', { instead: 'reset' }],
  ['half an answer', { instead: 'half' }],
] as const)('S3: after %s the state is unknown and nothing is posted again', async (_, answer) => {
  for (const kind of ['webhook', 'bot'] as const) {
    const slack = await startSlack(answer);
    const delivery = await deliverToSlack(one, slack[kind], slack.edges);

    expect(delivery).toMatchObject({ state: 'unknown', posted: 0, total: 1, message: null });
    expect(delivery.problem?.code).toBe('destination_silent');
    expect(delivery.problem?.nextStep).toContain('before you send again');
    expect(slack.posts).toHaveLength(1);
    expect(slack.waits).toEqual([]);
  }
});

const unclear: [string, 'webhook' | 'bot', Answer][] = [
  ['500 rollup_error', 'webhook', { status: 500, body: 'rollup_error' }],
  ['502 of a gateway', 'webhook', { status: 502, body: '<html>Bad gateway</html>' }],
  ['503 without a time to come again', 'webhook', { status: 503 }],
  ['504', 'bot', { status: 504 }],
  ['internal_error', 'bot', { body: '{"ok":false,"error":"internal_error"}' }],
  ['fatal_error', 'bot', { status: 500, body: '{"ok":false,"error":"fatal_error"}' }],
  ['200 from somebody else', 'webhook', { body: '<html>Please log in</html>' }],
  ['200 without a word', 'bot', { body: '' }],
  ['ok without the message', 'bot', { body: '{"ok":true}' }],
];

test.each(unclear)(
  'S3: %s to a %s may follow a message that was posted: unknown, one post',
  async (_, kind, answer) => {
    const slack = await startSlack(answer);
    const delivery = await deliverToSlack(one, slack[kind], slack.edges);

    expect([delivery.state, delivery.posted, delivery.problem?.code]).toEqual([
      'unknown',
      0,
      'slack_unclear',
    ]);
    expect(delivery.problem?.nextStep).toContain('Look in the channel');
    expect(slack.posts).toHaveLength(1);
  },
);

test('S3: silence on the second message of several leaves the first counted, and sends no third', async () => {
  const slack = await startSlack(
    { body: JSON.stringify({ ok: true, channel: 'C9', ts: '1.2' }) },
    { instead: 'silence' },
  );
  const delivery = await deliverToSlack(many, slack.bot, slack.edges);

  expect(delivery).toMatchObject({
    state: 'unknown',
    posted: 1,
    total: many.length,
    message: { channel: 'C9', ts: '1.2' },
  });
  expect(slack.posts).toHaveLength(2);
});

test('S3: a run that is stopped while Slack thinks does not know either', async () => {
  const slack = await startSlack({ instead: 'silence' });
  const delivering = deliverToSlack(one, slack.webhook, slack.edges);
  while (slack.posts.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  slack.stop();
  const delivery = await delivering;
  expect([delivery.state, delivery.posted]).toEqual(['unknown', 0]);
});
