import type { z } from 'zod';

/** Where a value first departs from its schema, without showing the value: `choices[0].message: Invalid input`. */
export function shapeFault({ issues: [first] }: z.ZodError): string {
  if (first === undefined) return 'no known shape';
  const path = first.path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('');
  return path === '' ? first.message : `${path.replace(/^\./, '')}: ${first.message}`;
}
