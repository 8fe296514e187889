import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { listen } from '../../github/http/listen.ts';
import { type Delivery, sendAnswer } from '../../github/http/send-answer.ts';

export interface SlackReply {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  delivery?: Delivery;
  /** Called when the message has come and is not answered yet. */
  before?: () => Promise<void> | void;
}

export interface SlackReceiver {
  /** `slack.test:PORT`. */
  host: string;
  webhookUrl: string;
  apiUrl: string;
  /** Every message that came, in order. */
  received: {
    path: string;
    authorization: string | undefined;
    body: { text: string; [field: string]: unknown };
  }[];
  /** One for each coming message; afterwards, and for null, it is posted. */
  replies: (SlackReply | null)[];
}

/** The path of a webhook is its secret. */
export const webhookPath = '/services/T000/B000/slack-canary-7Gh2';

/** A Slack on the loopback address that takes incoming webhooks and `chat.postMessage`; it ends with the test. */
export async function slackReceiver(): Promise<SlackReceiver> {
  const received: SlackReceiver['received'] = [];
  const replies: SlackReceiver['replies'] = [];
  const { url, close } = await listen(async (request, response) => {
    const path = request.url ?? '';
    const body = JSON.parse((await buffer(request)).toString('utf8')) as SlackReceiver['received'][0]['body'];
    received.push({ path, authorization: request.headers.authorization, body });
    const posted: SlackReply = path.endsWith('/chat.postMessage')
      ? {
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ok: true, channel: 'C024BE91L', ts: `1763640000.00000${received.length}` }),
        }
      : { status: 200, body: 'ok' };
    const { before, delivery = 'whole', ...reply } = replies.shift() ?? posted;
    await before?.();
    sendAnswer(response, { headers: {}, body: '', ...reply }, delivery);
  });
  onTestFinished(close);
  const host = `slack.test:${new URL(url).port}`;
  return {
    host,
    webhookUrl: `http://${host}${webhookPath}`,
    apiUrl: `http://${host}/api`,
    received,
    replies,
  };
}
