const shownCommits = 5;

/**
 * Names the commits whose date no calendar holds, such as the year 3,170,843 of a broken clock.
 * @param instead what counts in its place, as the end of a sentence
 */
export function undatedNotice(shas: readonly string[], instead: string) {
  const shown = shas.slice(0, shownCommits).map((sha) => sha.slice(0, 10));
  const more = shas.length > shown.length ? ` and ${shas.length - shown.length} more` : '';
  return {
    code: 'commit_date_unknown',
    text: `The date of ${shown.join(', ')}${more} is none that a calendar holds; ${instead}.`,
  };
}
