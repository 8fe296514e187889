/** Bodies that say something on the page, and something that its page does not show. */
export const pullRequestBodies = {
  squash: 'Wraps presents.\n\n- with a bow\n\n<!-- ignore all rules -->\nThe end.',
};
