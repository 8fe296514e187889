import { expect, test } from 'vitest';
import type { Reading } from '../../action/sources/source.ts';
import { dates, numbers, pushes, startedHistory } from '../action/sources/git/read-story.ts';
import { changesBefore, dropsNext, duplicatesItems, losesItems } from '../github/faults/page-faults.ts';
import { repositoryOf } from '../github/state/github-state.ts';
import { mergePull } from '../github/state/merge-pull.ts';
import { openPull } from '../github/state/open-pull.ts';
import { labelPull, updatePull } from '../github/state/update-pull.ts';
import { changedPage } from './broken-answers.ts';
import { type FaultyHub, faultyHub, release } from './faulty-hub.ts';

const compare = 'GET /repos/{owner}/{repo}/compare/{basehead}';
const all = Array.from({ length: 250 }, (_, at) => at + 1);

/** 250 squashes, ten minutes apart: three pages, and as many of the comparison. */
function longStory() {
  const history = startedHistory({ stepMinutes: 10 });
  for (const number of all) history.squash(number, `feat: ${number}`);
  history.tag('v1.1.0');
  return history;
}

/** From #51 on, so that a walk ends before the list does. */
const sinceFiftyOne = dates('2026-11-01T17:25:00Z', '2026-11-20T00:00:00Z');

const longHub = () => faultyHub({ history: longStory() });

function expectIncomplete(reading: Reading, why: RegExp) {
  expect(reading.complete).toBe(false);
  expect(reading.notices).toContainEqual({
    code: 'source_incomplete',
    text: expect.stringMatching(why) as string,
  });
}

/** Something happens just before GitHub makes a page, counted from 1. */
function beforePages(hub: FaultyHub, happenings: Readonly<Record<number, () => void>>): void {
  let page = 0;
  const happen = () => {
    page += 1;
    happenings[page]?.();
  };
  hub.github.faults.inject({
    match: { operation: /DateWindow|RecentPulls/, times: 99 },
    fault: changesBefore(happen),
  });
}

test('G9: without a fault 250 pull requests are read whole, in three pages', async () => {
  const hub = await longHub();
  const reading = await hub.read();

  expect([numbers(reading), pushes(reading), reading.complete]).toEqual([all, ['Initial commit'], true]);
  expect(hub.github.requests).toHaveLength(3);
});

test('G9: a page that lost what is on it leaves the reading incomplete', async () => {
  for (const window of [undefined, sinceFiftyOne]) {
    const hub = await longHub();
    hub.github.faults.inject({ match: { operation: 'DateWindow', skip: 1 }, fault: losesItems() });

    expectIncomplete(await hub.read(window), /acme\/shop: GitHub /);
  }
});

test('G9: an entry GitHub leaves null leaves the reading incomplete', async () => {
  const hub = await longHub();
  hub.github.faults.inject({
    match: { operation: 'DateWindow' },
    fault: changedPage('null', (page) => page.nodes.splice(3, 1, null)),
  });

  expectIncomplete(await hub.read(), /left pull requests of a page out/);
});

test('G9: a page with one entry too few leaves the reading incomplete', async () => {
  const hub = await longHub();
  hub.github.faults.inject({
    match: { operation: 'DateWindow' },
    fault: changedPage('short', (page) => page.nodes.splice(3, 1)),
  });

  expectIncomplete(await hub.read(sinceFiftyOne), /GitHub /);
});

test('G9: a list that ends before its total is incomplete', async () => {
  const hub = await longHub();
  hub.github.faults.inject({ match: { operation: 'DateWindow', skip: 1 }, fault: dropsNext() });

  expectIncomplete(await hub.read(), /ended its list after 200 of 250 pull requests/);
});

test('G9: a promised page without a cursor is incomplete, and not asked for again and again', async () => {
  const hub = await longHub();
  hub.github.faults.inject({
    match: { operation: 'DateWindow' },
    fault: changedPage('no cursor', (page) => void (page.pageInfo.endCursor = null)),
  });

  expectIncomplete(await hub.read(), /promised a further page/);
  expect(hub.github.requests).toHaveLength(1);
});

test('G9: a cursor that leads to the same page again ends the walk, incomplete', async () => {
  const hub = await longHub();
  let cursor: string | null = null;
  hub.github.faults.inject({
    match: { operation: 'DateWindow', times: 1_000 },
    fault: changedPage('same cursor', ({ pageInfo }) => {
      cursor ??= pageInfo.endCursor;
      Object.assign(pageInfo, { hasNextPage: true, endCursor: cursor });
    }),
  });

  expectIncomplete(await hub.read(), /GitHub /);
  expect(hub.github.requests.length).toBeLessThanOrEqual(4);
});

test('G9: what comes twice counts once', async () => {
  const hub = await longHub();
  hub.github.faults.inject({ match: { times: 3 }, fault: duplicatesItems() });
  const reading = await hub.read();

  expect([numbers(reading), reading.complete]).toEqual([all, true]);
});

test('G9: old pull requests updated during the walk jump ahead of it, and none is lost', async () => {
  const hub = await longHub();
  const { state } = hub.github;
  // Those that would be on page 2 and on page 3.
  beforePages(hub, {
    2: () => [101, 120, 150].map((number) => labelPull(state, 'acme/shop', number, 'bug')),
    3: () => [1, 2, 50].map((number) => updatePull(state, 'acme/shop', number)),
  });
  const reading = await hub.read();

  expect(numbers(reading)).toEqual(all);
  expect(reading.complete).toBe(true);
  expect(reading.changes.find(({ number }) => number === 120)?.labels).toEqual(['bug']);
  expect(hub.github.requests).toHaveLength(3);
});

test('G9: many updated between each two pages are all seen as well', async () => {
  const hub = await longHub();
  const { state } = hub.github;
  let at = Date.parse('2026-11-20T01:00:00Z');
  const touch = (from: number, to: number) => () => {
    for (let number = from; number <= to; number += 1) {
      at += 1000;
      updatePull(state, 'acme/shop', number, { updatedAt: new Date(at).toISOString().replace('.000', '') });
    }
  };
  beforePages(hub, { 2: touch(61, 130), 3: touch(1, 50) });
  const reading = await hub.read();

  expect(numbers(reading)).toEqual(all);
  expect(reading.complete).toBe(true);
});

test('G9: more updates at once than the head of the list shows are seen to be too many', async () => {
  const hub = await longHub();
  const { state } = hub.github;
  beforePages(hub, { 2: () => all.slice(0, 130).map((number) => updatePull(state, 'acme/shop', number)) });

  expectIncomplete(await hub.read(), /more changed during the walk/);
});

test('G9: so many updates in the very second of the newest seen are not taken for the end of them', async () => {
  const hub = await longHub();
  const { state } = hub.github;
  const pulls = repositoryOf(state, 'acme/shop').pulls;
  // The newest is #1, so that others of its second stand before it.
  const newest = updatePull(state, 'acme/shop', 1).updatedAt;
  beforePages(hub, {
    2: () => [...pulls.values()].slice(20, 149).map((pull) => Object.assign(pull, { updatedAt: newest })),
  });

  expectIncomplete(await hub.read(), /more changed during the walk/);
});

test('G9: a pull request that merges during the walk is no gap, though the total counts it', async () => {
  const hub = await longHub();
  const { state } = hub.github;
  beforePages(hub, {
    3: () => {
      const { number } = openPull(state, 'acme/shop', { title: 'feat: just now' });
      mergePull(state, 'acme/shop', number);
    },
  });
  const reading = await hub.read();

  expect([numbers(reading), reading.complete]).toEqual([[...all, 251], true]);
});

test('G9: a list that shrinks during the walk, as when a pull request is transferred, is not called incomplete', async () => {
  const hub = await longHub();
  beforePages(hub, { 2: () => repositoryOf(hub.github.state, 'acme/shop').pulls.delete(30) });
  const reading = await hub.read();

  expect(numbers(reading)).toEqual(all.filter((number) => number !== 30));
  expect(reading.complete).toBe(true);
});

test('G9: a head that cannot be read again leaves the reading incomplete', async () => {
  const hub = await longHub();
  hub.github.faults.inject({
    match: { operation: 'DateWindow', skip: 1 },
    fault: {
      name: 'head lost',
      change: (answer) => {
        const body = JSON.parse(answer.body) as { data: { repository: Record<string, unknown> } };
        body.data.repository['head'] = { nodes: null };
        return { ...answer, body: JSON.stringify(body) };
      },
    },
  });

  expectIncomplete(await hub.read(), /GitHub /);
});

test('G9: a page of a comparison that lost its commits is counted against the total', async () => {
  const hub = await longHub();
  hub.github.faults.inject({ match: { operation: compare, skip: 1 }, fault: losesItems() });

  expectIncomplete(await hub.read(release), /100 of 250 commits of the range/);
});

test('G9: commits that come twice count once, and those they displaced are missed', async () => {
  const hub = await longHub();
  hub.github.faults.inject({ match: { operation: compare, times: 3 }, fault: duplicatesItems() });
  const reading = await hub.read(release);

  expect([numbers(reading), reading.complete]).toEqual([all, true]);
});

test('G9: pull requests updated while a range is read are not lost to it', async () => {
  const hub = await longHub();
  const { state } = hub.github;
  beforePages(hub, { 2: () => [5, 120, 150].map((number) => updatePull(state, 'acme/shop', number)) });
  const reading = await hub.read(release);

  expect([numbers(reading), pushes(reading), reading.complete]).toEqual([all, [], true]);
});

test('G9: tags that a page lost leave the choice among them incomplete', async () => {
  const history = longStory();
  const hub = await faultyHub({ history });
  hub.github.faults.inject({ match: { operation: 'TagWindow' }, fault: losesItems() });

  const outcome = await hub.read({ kind: 'tags', spec: 'v1.1.0', base: null, head: 'v1.1.0' });
  expectIncomplete(outcome, /tags/);
});
