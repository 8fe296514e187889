const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `one fix`, `14 fixes`, `10,000 pull requests`: below ten in words, as prose does. */
export const countOf = (count: number, singular: string, plural = `${singular}s`): string =>
  `${small[count] ?? count.toLocaleString('en')} ${count === 1 ? singular : plural}`;

const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `a`, `a and b`, `a, b and c`. */
export const joinWords = (words: readonly string[]): string => conjunction.format(words);

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
