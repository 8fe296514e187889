/** GitHub's form of an instant, in UTC and whole seconds: `2026-11-01T09:00:00Z`. */
export function toInstant(value: string | number | Date): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw new Error(`'${String(value)}' is not an instant`);
  return `${date.toISOString().slice(0, 19)}Z`;
}
