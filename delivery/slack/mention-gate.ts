import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { type SlackMessage, slackMessage } from './block-kit.ts';

/** Every string in a value, with where it stands. */
function* stringsIn(value: unknown, place: string): Generator<{ place: string; text: string }> {
  if (typeof value === 'string') yield { place, text: value };
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* stringsIn(inner, `${place}.${key}`);
}

/** The start of Slack's marks for calling people, channels and groups. */
const mark = /<[!@#]/;

/**
 * The last look at messages before they go out: of the shape and sizes Slack takes, and with nothing in them that could
 * call people. What is rendered cannot fail here; whoever changes the rendering, or hands in other messages, can.
 * @throws ZenPulseError `slack_unsafe`
 */
export function passGate(messages: readonly SlackMessage[]): void {
  const findings = messages.flatMap((message, at) => {
    const name = `message ${at + 1}`;
    const calls = [...stringsIn(message, name)]
      .filter(({ text }) => mark.test(text))
      .map(({ place }) => `${place} holds a mark that calls people`);
    const parsed = slackMessage.safeParse(message);
    const shape = parsed.success
      ? []
      : parsed.error.issues.map(({ path, message: why }) => `${[name, ...path].join('.')}: ${why}`);
    return [...calls, ...shape];
  });
  if (findings.length > 0) throw new ZenPulseError('slack_unsafe', { findings: findings.slice(0, 5) });
}
