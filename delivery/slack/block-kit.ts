import { z } from 'zod';
import { sizeOf } from './limits.ts';

/**
 * The part of Slack's Block Kit that is used, with Slack's limits. Every message is parsed by it before it goes out, so
 * what Slack would refuse is a fault that shows in a test and not in a channel.
 */
const text = (most: number) => z.string().min(1).max(most);
const webAddress = z.string().regex(/^https?:\/\/[^\s<>|]+$/, 'accepts an http or https address');

const plainText = z.strictObject({
  type: z.literal('plain_text'),
  text: text(3_000),
  /** False: `:name:` stays as it is. */
  emoji: z.literal(false),
});

const mrkdwn = z.strictObject({
  type: z.literal('mrkdwn'),
  text: text(3_000),
  /** True: addresses and names in it stay text. */
  verbatim: z.literal(true),
});

const style = z.strictObject({
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  code: z.literal(true).optional(),
});

const inlineText = z.strictObject({ type: z.literal('text'), text: text(3_000), style: style.optional() });
const inlineLink = z.strictObject({ type: z.literal('link'), url: webAddress, text: text(3_000) });
const inline = z.discriminatedUnion('type', [inlineText, inlineLink]);

const richSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(inline).min(1),
});
const richList = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.literal('bullet'),
  elements: z.array(richSection).min(1),
});

const header = z.strictObject({
  type: z.literal('header'),
  text: plainText.extend({ text: text(150) }),
});
const context = z.strictObject({
  type: z.literal('context'),
  elements: z
    .array(z.discriminatedUnion('type', [plainText, mrkdwn]))
    .min(1)
    .max(10),
});
const richText = z.strictObject({
  type: z.literal('rich_text'),
  elements: z.array(z.discriminatedUnion('type', [richSection, richList])).min(1),
});

const block = z.discriminatedUnion('type', [header, context, richText]);

export const slackMessage = z.strictObject({
  /** What a notification and a screen reader say; mrkdwn. */
  text: text(3_000),
  blocks: z
    .array(block)
    .min(1)
    .max(50)
    .refine((blocks) => sizeOf(blocks) <= 13_000, 'accepts 13,000 bytes of blocks'),
});

export type SlackMessage = z.output<typeof slackMessage>;
export type Block = z.output<typeof block>;
export type RichTextBlock = z.output<typeof richText>;
export type RichTextSection = z.output<typeof richSection>;
export type Inline = z.output<typeof inline>;
export type InlineStyle = z.output<typeof style>;
export type ContextBlock = z.output<typeof context>;
