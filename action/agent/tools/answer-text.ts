import { z } from 'zod';
import type { ServerAnswer } from './tool-server.ts';

const text = z.object({ type: z.literal('text'), text: z.string() });
const resource = z.object({
  type: z.literal('resource'),
  resource: z.object({ text: z.string().optional(), blob: z.string().optional() }),
});
const kind = z.object({ type: z.enum(['image', 'audio', 'resource_link']) });

/** One block as text. What is no text is named and left out: a model is given nothing it would have to look at. */
function textOf(block: unknown): string {
  const asText = text.safeParse(block);
  if (asText.success) return asText.data.text;
  const asResource = resource.safeParse(block);
  if (asResource.success) {
    const { text: inside, blob } = asResource.data.resource;
    return inside ?? `[binary file of ${blob?.length ?? 0} characters left out]`;
  }
  const other = kind.safeParse(block);
  return `[${other.success ? other.data.type.replace('_', ' ') : 'content of an unknown kind'} left out]`;
}

/** The texts of an answer's blocks, in order. */
export const answerTexts = ({ blocks }: ServerAnswer): string[] => blocks.map(textOf);
