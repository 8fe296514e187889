import type { PromptFile } from '../../../contract/prompt-file.ts';
import type { Message } from '../model/model-port.ts';

/**
 * The messages of a prompt with its slots filled, in one pass: what a slot is filled with is never read for slots.
 * @throws Error for a slot without a value, or a value without a slot: the prompt and the code do not fit
 */
export function fillPrompt(prompt: PromptFile, slots: Readonly<Record<string, string>>): Message[] {
  const used = new Set<string>();
  const fill = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = slots[name];
      if (value === undefined) throw new Error(`prompt ${prompt.id}: nothing fills the slot ${name}`);
      used.add(name);
      return value;
    });
  const messages = prompt.messages.map(({ role, content }) => ({ role, content: fill(content) }));
  const unused = Object.keys(slots).filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`prompt ${prompt.id}: it has no slot ${unused.join(', ')}`);
  return messages;
}
