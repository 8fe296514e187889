import { gitHistory } from '../../test/git/git-history.ts';

const ada = 'Ada Lovelace <101+ada@users.noreply.github.com>';
const grace = 'Grace Hopper <102+grace@users.noreply.github.com>';
const alan = 'Alan Turing <103+alan@users.noreply.github.com>';
const dependabot = 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>';

const rules = `# Which merges are left out of reports, and why the manifest says so.
excludes:
  titles:
    - '^chore\\(release\\)'
`;

const hoursPerStep = 5;
const stepsInStory = 26;

/**
 * A week of a small shop's history with what makes ranges hard: squashes, merge commits, a rebase, a revert that
 * cancels, a revert of older work, an excluded pull request, a hotfix with its tag, and a direct push.
 * @param now the story ends just before it
 */
export function demoStory(now: Date) {
  const startAt = new Date(now.getTime() - stepsInStory * hoursPerStep * 3_600_000).toISOString();
  const story = gitHistory({
    origin: 'https://github.com/acme/shop.git',
    startAt,
    stepMinutes: hoursPerStep * 60,
  });
  const longAgo = { at: new Date(now.getTime() - 40 * 24 * 3_600_000).toISOString() };

  story.commit('Initial commit', {
    ...longAgo,
    files: { '.github/zenpulse.yml': rules, 'README.md': '# Shop\n' },
  });
  const wishlist = story.squash(31, 'feat(cart): share a wishlist by link', { ...longAgo, author: alan });
  story.tag('v1.0.0');

  story.squash(41, 'feat(ui): add dark mode', {
    author: ada,
    files: ['src/ui/theme.ts', 'src/ui/colours.css'],
    body: 'Follows the system setting; a switch in the header overrides it.',
  });
  story.mergePull(42, 'fix(cart): keep the discount when a line is removed', {
    author: grace,
    commits: ['Reproduce the lost discount', 'Keep the discount (see #38)'],
    files: ['src/cart/discount.ts'],
  });
  story.squash(43, 'chore(deps): bump vite from 8.0.1 to 8.0.2', {
    author: dependabot,
    files: ['package-lock.json'],
  });
  story.squash(44, 'chore(deps): bump zod from 4.6.6 to 4.6.7', {
    author: dependabot,
    files: ['package-lock.json'],
  });
  story.squash(45, 'chore(deps): bump hono from 4.13.18 to 4.13.19', {
    author: dependabot,
    files: ['package-lock.json'],
  });
  story.squash(46, 'feat(checkout): add one-click payment', { author: alan, files: ['src/checkout/pay.ts'] });
  const search = story.squash(47, 'perf(search): answer from a local index', {
    author: ada,
    files: ['src/search/index.ts'],
  });
  story.rebase(48, ['docs: explain refunds', 'docs: explain gift cards'], {
    author: grace,
    trailer: true,
    files: ['docs/payments.md'],
  });
  story.revert(search, { number: 49, author: ada });
  story.commit('Fix the typo in the welcome mail', { author: alan, files: ['src/mail/welcome.md'] });
  story.squash(50, 'feat(api)!: drop the v1 endpoints', { author: grace, files: ['src/api/routes.ts'] });
  story.mergePull(51, 'fix(checkout): Follow-up to #46 for @acme/pay users', {
    author: alan,
    commits: ['Follow up'],
    files: ['src/checkout/pay.ts'],
  });
  story.revert(wishlist, { number: 52, author: alan });
  story.squash(53, 'chore(release): 1.1.0', { author: grace, files: ['CHANGELOG.md'] });
  story.tag('v1.1.0', { annotated: true });

  story.branch('release/1.1');
  story.checkout('release/1.1');
  story.squash(54, 'fix(checkout): round totals half to even', {
    author: grace,
    files: ['src/checkout/round.ts'],
  });
  story.tag('v1.1.1', { annotated: true });
  story.checkout('main');
  story.merge('release/1.1');
  story.squash(55, 'feat(search): add spelling suggestions', {
    author: ada,
    files: ['src/search/spelling.ts'],
  });
  return story;
}
