import { z } from 'zod';

/** A `*.prompt.yml`: the known format of prompt files, with the id and version that lineage names. */
export const promptFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'accepts lower-case letters, digits and dashes'),
  version: z.string().min(1),
  name: z.string(),
  description: z.string(),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string().min(1) })).min(1),
  model: z.string(),
  modelParameters: z.record(z.string(), z.json()),
  testData: z.array(z.json()),
  evaluators: z.array(z.json()),
});
export type PromptFile = z.output<typeof promptFile>;
