/** Text that somebody plants where a report is made from: whole, or in parts for several pull requests. */
export type Attack = string | readonly string[];

export const partsOf = (attack: Attack): readonly string[] =>
  typeof attack === 'string' ? [attack] : attack;

/** An attack as one line that names it in a failing test. */
export const nameOf = (attack: Attack): string => JSON.stringify(partsOf(attack).join(' | ')).slice(0, 120);
