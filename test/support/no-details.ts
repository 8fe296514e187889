import type { Details } from '../../action/sources/details.ts';

const refuse = async () => {
  throw new Error('This source has no details.');
};

/** Details of a source that nobody is meant to look into. */
export const noDetails: Details = { pull: refuse, files: refuse, commits: refuse, commit: refuse };
