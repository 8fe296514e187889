import { z } from 'zod';

/** A message's text: a string, nothing, or parts of which only those of type `text` were meant to be read. */
export const messageText = z
  .union([
    z.string(),
    z.array(z.looseObject({ type: z.string(), text: z.string().optional().catch(undefined) })),
  ])
  .nullish()
  .transform((value) => {
    if (typeof value === 'string') return value;
    return (value ?? []).flatMap(({ type, text }) => (type === 'text' ? (text ?? []) : [])).join('');
  });

/** Local servers without a reasoning parser leave the model's thoughts before its answer. */
export function withoutThoughts(text: string): string {
  const opened = /^\s*<think>/.exec(text);
  const end = opened ? text.indexOf('</think>') : -1;
  return end === -1 ? text : text.slice(end + '</think>'.length).trimStart();
}
