import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { PulseResult } from '../../../../action/pulse.ts';
import { createGitSource } from '../../../../action/sources/git.ts';
import type { Source } from '../../../../action/sources/source.ts';
import type { Manifest } from '../../../../contract/manifest.ts';
import { publicHistory, type PublicHistoryName } from '../../../git/public-history.ts';
import { gitEnvironment } from '../../../git/run-git.ts';
import { makeTempFolder, tempFolder } from '../../../git/temp-folder.ts';
import { startGitHub } from '../../../github/github-server.ts';
import { seedFromClone } from '../../../github/seed/seed-from-clone.ts';
import { seedFromHistory } from '../../../github/seed/seed-from-history.ts';
import { noHistory } from '../git/public-source.ts';
import { rewritten } from './alterations.ts';
import { sourceAt } from './hub-story.ts';
import { pulseOver, wholeYear } from './pulse-over-hub.ts';
import { storySteps, tellStory } from './story-steps.ts';

const environment = { ...gitEnvironment };

const pullFacts = (pulls: Manifest['pull_requests']) =>
  pulls
    .map(({ key, merge_commit, decision, reason, reverts }) => ({
      key,
      merge_commit,
      decision,
      reason,
      reverts,
    }))
    .sort((left, right) => (left.key < right.key ? -1 : 1));

/** What must not depend on where the facts come from. */
const facts = ({ manifest }: PulseResult) => ({
  pulls: pullFacts(manifest.pull_requests),
  pushes: manifest.direct_pushes
    .map(({ commit, decision, reason }) => ({ commit, decision, reason }))
    .sort((left, right) => (left.commit < right.commit ? -1 : 1)),
  complete: manifest.complete,
});

interface Pair {
  git: Source;
  github: Source;
}

async function readBoth({ git, github }: Pair, request: Record<string, unknown>) {
  const [ofGit, ofGitHub] = await Promise.all(
    [git, github].map((source) => pulseOver([source], { dry_run: true, ...request })),
  );
  return { ofGit: ofGit as PulseResult, ofGitHub: ofGitHub as PulseResult };
}

async function compare(sources: Pair, request: Record<string, unknown>): Promise<void> {
  const { ofGit, ofGitHub } = await readBoth(sources, request);
  expect(facts(ofGitHub)).toEqual(facts(ofGit));
}

/** A date window of GitHub's reads no further commits than its pages bring, and then says so. */
async function compareLong(sources: Pair, request: Record<string, unknown>): Promise<void> {
  const { ofGit, ofGitHub } = await readBoth(sources, request);
  const [git, github] = [facts(ofGit), facts(ofGitHub)];
  expect(github.pulls).toEqual(git.pulls);
  if (github.pushes.length !== git.pushes.length)
    expect(ofGitHub.manifest.notices.map(({ code }) => code)).toContain('commits_truncated');
  else expect(github.pushes).toEqual(git.pushes);
}

const story = fc.record({ steps: storySteps, pick: fc.nat(), isRewritten: fc.boolean() });

/** Over dates, and from one of the story's tags to its end. */
async function compareStory({
  steps,
  pick,
  isRewritten,
}: typeof story extends fc.Arbitrary<infer Story> ? Story : never) {
  const { history, tags, alterations } = tellStory(steps);
  const folder = await makeTempFolder();
  const github = await startGitHub({ now: () => Date.parse('2026-11-20T00:00:00Z') });
  try {
    const repo = await history.write(folder.path);
    await seedFromHistory(github.state, repo, history.pulls);
    for (const alter of [...alterations, ...(isRewritten ? [rewritten] : [])]) alter(github.state, repo);
    const sources = { git: await createGitSource(repo.path, { environment }), github: sourceAt(github) };
    const from = tags[pick % (tags.length - 1)];
    await compare(sources, wholeYear);
    await compare(sources, { tag_range: `${from}..v1.99.0` });
  } finally {
    await github.close();
    await folder.remove();
  }
}

test('any story reads the same through git and through GitHub, over dates and between tags', async () => {
  const told = fc.asyncProperty(story, story, async (...stories) => {
    await Promise.all(stories.map(compareStory));
  });
  const { failed, counterexample, errorInstance } = await fc.check(told, { numRuns: 32 });

  expect(failed, `${JSON.stringify(counterexample)}\n${String(errorInstance)}`).toBe(false);
}, 60_000);

const names: PublicHistoryName[] = ['release-drafter', 'changesets-action'];

describe.each(names)('the public history of %s reads the same through git and through GitHub', (name) => {
  test('over dates and between tags', async ({ skip }) => {
    const history = await publicHistory(name, await tempFolder());
    if (history === null) return skip(noHistory);
    expect(history.commits.length).toBeGreaterThan(200);
    const github = await startGitHub();
    onTestFinished(() => github.close());
    await history.git('tag', 'everything-1.0.0', 'main');
    const repository = await seedFromClone(github.state, history.path);
    const git = await createGitSource(history.path, { environment });
    const sources = { git, github: sourceAt(github, [], 'github.com', git.key) };
    const tags = (await history.git('tag', '--list', 'v*', '--sort=version:refname'))
      .split('\n')
      .filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
    // A series of its own makes all of history its range. The seed tells pull requests from the first-parent line
    // only, git also from branches merged by hand: those are no difference between the sources.
    const { ofGit, ofGitHub } = await readBoth(sources, { tag_range: 'everything-1.0.0' });
    const seeded = ofGit.manifest.pull_requests.filter(({ number }) => repository.pulls.has(number));
    expect(ofGitHub.manifest.complete).toBe(true);
    expect(seeded.length).toBeGreaterThan(190);
    expect(pullFacts(ofGitHub.manifest.pull_requests)).toEqual(pullFacts(seeded));
    const every = Math.max(1, Math.floor(tags.length / 12));
    const chosen = tags.filter((_, at) => at % every === 0);
    for (const [at, head] of chosen.slice(1).entries())
      await compare(sources, { tag_range: `${chosen[at]}..${head}` });
    const newest = Number((await history.git('log', '-1', '--format=%ct', 'main')).trim()) * 1000;
    const day = (ago: number) => new Date(newest - ago * 86_400_000).toISOString().slice(0, 10);
    for (const days of [30, 365]) await compareLong(sources, { date_range: `${day(days)}..${day(-1)}` });
  });
});
