import { setTimeout as sleep } from 'node:timers/promises';
import type { messageDetail } from '../../app/admin/message-detail.ts';
import type { listMessages } from '../../app/admin/list-messages.ts';

/** As JSON has it: instants are text. */
type Json<Value> = Value extends Date
  ? string
  : Value extends (infer Item)[]
    ? Json<Item>[]
    : Value extends object
      ? { [Key in keyof Value]: Json<Value[Key]> }
      : Value;

export type MessageDetail = Json<NonNullable<Awaited<ReturnType<typeof messageDetail>>>>;
type MessageList = Json<Awaited<ReturnType<typeof listMessages>>>;

async function readJson<Body>(url: string): Promise<Body> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as Body;
}

const pauseMs = 50;

/** States of a message and of its post that go on by themselves. */
const underWay: readonly string[] = ['queued', 'generating', 'due', 'sending'];

/**
 * Asks the App until its newest message, and its post, are no longer under way. Null when it has none, or none that ended, in time.
 * @param url of the App
 */
export async function readEndedMessage(
  url: string,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<MessageDetail | null> {
  const until = performance.now() + timeoutMs;
  while (performance.now() < until) {
    const { messages } = await readJson<MessageList>(`${url}/admin/pulse/messages`);
    const [newest] = messages;
    if (newest && !underWay.includes(newest.status) && !underWay.includes(newest.post ?? ''))
      return readJson<MessageDetail>(`${url}/admin/pulse/messages/${newest.id}/status`);
    await sleep(pauseMs, undefined, { signal });
  }
  return null;
}
