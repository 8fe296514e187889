import { z } from 'zod';

/** A list given as an array, or on the wire as one string with commas or line breaks. */
export const listOf = <Item extends z.ZodType<string, string>>(item: Item) =>
  z
    .union([z.string(), z.array(z.string())], { error: 'accepts a list' })
    .transform((given) =>
      (typeof given === 'string' ? given.split(/[\n,]/) : given)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''),
    )
    .pipe(z.array(item));

/** A whole number, also as the decimal digits that inputs and options arrive in. */
export const wholeNumber = (min: number, max: number) => {
  const accepts = `accepts a whole number from ${min} to ${max}`;
  const inRange = z.int(accepts).check(z.gte(min, accepts), z.lte(max, accepts));
  return z
    .union([inRange, z.string().regex(/^\d+$/, accepts)], { error: accepts })
    .transform(Number)
    .pipe(inRange);
};

/** A yes or no, also as the words that inputs arrive in. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])], { error: 'accepts true or false' })
  .transform((given) => given === true || given === 'true');

export const text = (max: number) => {
  const accepts = `accepts 1 to ${max} characters of text`;
  return z.string({ error: accepts }).check(z.trim(), z.minLength(1, accepts), z.maxLength(max, accepts));
};

export const httpUrl = z.url({ protocol: /^https?$/, error: 'accepts an http or https URL' });
