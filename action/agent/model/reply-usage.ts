import { z } from 'zod';
import type { ModelReply } from './model-port.ts';

const count = z.number().int().nonnegative();

/** Token counts under the names of one API; null when they are missing, partial or no numbers. */
export const usageOf = (input: string, output: string) =>
  z
    .looseObject({ [input]: count, [output]: count })
    .transform((usage): ModelReply['usage'] => ({
      inputTokens: usage[input] as number,
      outputTokens: usage[output] as number,
    }))
    .nullable()
    .optional()
    .catch(null)
    .transform((usage) => usage ?? null);
