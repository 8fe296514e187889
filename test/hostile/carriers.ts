/** Where an attack stands. A commit message is also that of a direct push, whose first line a report shows. */
export const carriers = ['title', 'body', 'commit message', 'label', 'tool result', 'author'] as const;
export type Carrier = (typeof carriers)[number];

/** Those that each attack is tried in by itself; names of authors come many to a run. */
export const singleCarriers = carriers.filter((carrier) => carrier !== 'author');
