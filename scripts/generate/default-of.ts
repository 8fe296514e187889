import { z } from 'zod';

/** A description whose last sentence names the default, as in `Where it goes. Default: the job's own.` */
export function splitDefault(description: string): { meaning: string; statedDefault: string | null } {
  const [, meaning = description, statedDefault = null] =
    /^(.*?)\s*Default: (.+?)\.?$/s.exec(description) ?? [];
  return { meaning, statedDefault };
}

/** The default of a field as it would be written in an input; null when there is none, or an empty one. */
export function wireDefault(field: z.ZodType): string | null {
  if (!(field instanceof z.ZodDefault)) return null;
  const value: unknown = field.def.defaultValue;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join(',');
  return String(value);
}
