import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { changesBefore } from '../../github/faults/page-faults.ts';
import { cutJson, htmlWith200 } from '../../github/faults/body-faults.ts';
import { hangs, resets } from '../../github/faults/connection-faults.ts';
import { primaryLimit, secondaryLimit } from '../../github/faults/rate-faults.ts';
import {
  badCredentials,
  missing,
  missingPermission,
  serverError,
} from '../../github/faults/status-faults.ts';
import { shop } from '../../github/github-for-test.ts';
import {
  deleteBranch,
  forceMoveTag,
  labelPull,
  mergePull,
  openPull,
  placeBranch,
  placeTag,
  push,
  renameBranch,
  repositoryOf,
} from '../../github/state.ts';
import { portForTest, shopId } from './port-for-test.ts';

const quick = { tries: 3, tryMs: 150, rateWaitMs: 5_000 };

describe('reading', () => {
  test('gives the text of a file, and null where there is none', async () => {
    const { port, address, github } = await portForTest();
    push(github.state, shop, 'rules', { files: { '.github/zenpulse.yml': 'triggers: {} # für alle\n' } });

    expect(await port.readFile(address, '.github/zenpulse.yml')).toBe('triggers: {} # für alle\n');
    expect(await port.readFile(address, '.github/none.yml')).toBeNull();
    expect(await port.readFile(address, '.github')).toBeNull();
    expect(await port.readFile({ ...address, fullName: 'acme/.github' }, 'x')).toBeNull();
  });

  test('gives a repository by its id', async () => {
    const context = await portForTest();
    const { port, address } = context;

    expect(await port.getRepository(address.installationId, shopId(context))).toEqual({
      id: shopId(context),
      fullName: shop,
      defaultBranch: 'main',
    });
    expect(await port.getRepository(address.installationId, '1')).toBeNull();
  });

  test('gives the present name of a branch, the new one of one that was renamed, and null for one that is gone', async () => {
    const { port, address, github } = await portForTest();
    placeBranch(github.state, shop, 'release/1.x');
    placeBranch(github.state, shop, 'release/2.x');
    renameBranch(github.state, shop, 'release/2.x', 'releases/2');
    placeBranch(github.state, shop, 'gone');
    deleteBranch(github.state, shop, 'gone');

    expect(await port.findBranch(address, 'release/1.x')).toBe('release/1.x');
    expect(await port.findBranch(address, 'release/2.x')).toBe('releases/2');
    expect(await port.findBranch(address, 'gone')).toBeNull();
  });

  test('follows annotated tags to their commit', async () => {
    const { port, address, github } = await portForTest();
    const { commit } = placeTag(github.state, shop, 'v1.0.0', { annotated: true });
    placeTag(github.state, shop, 'nightly/1');

    expect(await port.peelTag(address, 'v1.0.0')).toBe(commit);
    expect(await port.peelTag(address, 'nightly/1')).toBe(commit);
    expect(await port.peelTag(address, 'v2.0.0')).toBeNull();
  });

  test('lists all tags, page by page, each with its commit', async () => {
    const { port, address, github } = await portForTest();
    for (let number = 0; number < 130; number += 1) placeTag(github.state, shop, `v1.0.${number}`);
    push(github.state, shop, 'later');
    const { commit } = forceMoveTag(github.state, shop, 'v1.0.7');
    const tags = await port.listTags(address);

    expect(tags).toHaveLength(130);
    expect(tags.find(({ tag }) => tag === 'v1.0.7')).toEqual({ tag: 'v1.0.7', commit });
  });

  test('lists what merged since then, whatever it merged into', async () => {
    const { port, address, github } = await portForTest();
    const { state } = github;
    const merge = (title: string, base = 'main') => {
      const { number } = openPull(state, shop, { title, base, labels: ['bug'] });
      mergePull(state, shop, number);
      github.advance(1);
      return number;
    };
    merge('old');
    github.advance(60);
    const since = new Date(state.now());
    const first = merge('first');
    openPull(state, shop, { title: 'open' });
    const merged = await port.listMerged(address, since);

    expect(merged.map(({ number }) => number)).toEqual([first]);
    expect(merged[0]).toMatchObject({ base: 'main', title: 'first', labels: ['bug'] });
    expect(merged[0]?.mergedAt).toEqual(since);
  });

  test('names a pull request once that moved from page to page meanwhile', async () => {
    const { port, address, github } = await portForTest();
    const since = new Date(github.state.now());
    for (let number = 1; number <= 120; number += 1) {
      openPull(github.state, shop, { title: `change ${number}` });
      mergePull(github.state, shop, number);
    }
    github.advance(1);
    github.faults.inject({
      match: { operation: 'GET /repos/{owner}/{repo}/pulls', skip: 1 },
      fault: changesBefore(() => labelPull(github.state, shop, 3, 'bug')),
    });
    const numbers = (await port.listMerged(address, since)).map(({ number }) => number);

    expect(numbers).toHaveLength(new Set(numbers).size);
    expect(numbers.length).toBeGreaterThanOrEqual(119);
  });
});

describe('reads that fail', () => {
  test.each([502, 503] as const)('are tried again after a %i', async (status) => {
    const { port, address, github, waits } = await portForTest();
    github.faults.inject({ match: { path: /contents/, times: 2 }, fault: serverError(status) });

    expect(await port.readFile(address, 'none')).toBeNull();
    expect(waits).toEqual([300, 600]);
  });

  test('end after three tries, each with a deadline of its own', async () => {
    const { port, address, github, asked } = await portForTest({ limits: quick });
    github.faults.inject({ match: { path: /contents/, times: 9 }, fault: hangs('body') });

    await expect(port.readFile(address, 'x')).rejects.toMatchObject({
      code: 'github_unavailable',
      data: { tries: 3 },
    });
    expect(asked()).toHaveLength(3);
  });

  test('end although a token never comes', async () => {
    const { port, address, github } = await portForTest({ limits: quick });
    github.faults.inject({ match: { path: /access_tokens$/, times: 9 }, fault: hangs('connect') });

    await expect(port.readFile(address, 'x')).rejects.toMatchObject({ code: 'github_unavailable' });
  });

  test('are tried again over a connection that was reset', async () => {
    const { port, address, github } = await portForTest();
    github.faults.inject({ match: { path: /contents/ }, fault: resets('body') });

    expect(await port.readFile(address, 'none')).toBeNull();
  });

  test('get one new token for one that is refused', async () => {
    const { port, address, github } = await portForTest();
    // Octokit itself bears with a token of the last five seconds, which not all of GitHub may know yet.
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    await port.readFile(address, 'none');
    vi.setSystemTime(Date.now() + 60_000);
    github.faults.inject({ match: { path: /contents/ }, fault: badCredentials() });

    expect(await port.readFile(address, 'none')).toBeNull();
    expect(github.state.issuedTokens).toHaveLength(2);
  });

  test('wait a short limit out and leave a long one to the job, with the time it ends', async () => {
    const { port, address, github, waits, asked } = await portForTest();
    github.faults.inject({ match: { path: /contents/ }, fault: secondaryLimit({ retryAfter: 2 }) });
    await port.readFile(address, 'none');
    const resetAt = new Date(github.state.now() + 40 * 60_000);
    github.faults.inject({ match: { path: /contents/, times: 9 }, fault: primaryLimit({ resetAt }) });
    github.requests.length = 0;

    await expect(port.readFile(address, 'x')).rejects.toMatchObject({
      code: 'github_rate_limited',
      data: { resetAt: resetAt.toISOString() },
    });
    expect(waits).toEqual([2_000]);
    expect(asked()).toHaveLength(1);
  });

  test('name the permission that lacks, after one call', async () => {
    const { port, address, github, asked } = await portForTest();
    github.faults.inject({ match: { times: 9, path: /tags/ }, fault: missingPermission('contents=read') });

    await expect(port.listTags(address)).rejects.toMatchObject({
      code: 'github_forbidden',
      data: { permission: 'contents=read' },
    });
    expect(asked()).toHaveLength(1);
  });

  test('say that the repository is not there or not to be seen', async () => {
    const { port, address, github } = await portForTest();
    github.faults.inject({ match: { path: /pulls/ }, fault: missing() });

    await expect(port.listMerged(address, new Date(0))).rejects.toMatchObject({ code: 'github_not_found' });
  });

  test.each([
    ['HTML', htmlWith200()],
    ['cut JSON', cutJson()],
  ])('tell %s from an answer', async (_, fault) => {
    const { port, address, github } = await portForTest();
    github.faults.inject({ match: { path: /tags/, times: 9 }, fault });

    await expect(port.listTags(address)).rejects.toMatchObject({
      code: expect.stringMatching(/^github_(bad_answer|unavailable)$/),
    });
  });
});

describe('deliveries', () => {
  const secret = 'of the test';
  const nobody = { secret, to: 'http://127.0.0.1:9/' };

  test('are listed where they failed, down to a time; no delivery at all is an empty list', async () => {
    const { port, github } = await portForTest();
    expect(await port.listDeliveries(new Date(0))).toEqual([]);
    await github.deliver('ping', {}, { ...nobody, deliveryId: 'old' });
    github.advance(60);
    const since = new Date(github.state.now());
    await github.deliver('ping', {}, { ...nobody, deliveryId: 'new' });

    expect(await port.listDeliveries(since)).toMatchObject([
      { guid: 'new', statusCode: 0, deliveredAt: since },
    ]);
  });

  test('are listed over all pages', async () => {
    const { port, github } = await portForTest();
    const delivery = await github.deliver('ping', {}, nobody);
    for (let more = 1; more < 230; more += 1)
      github.state.hookDeliveries.push({ ...delivery, id: delivery.id + more, guid: `more-${more}` });

    expect(await port.listDeliveries(new Date(0))).toHaveLength(230);
  });

  test('are asked for again by the id of an attempt', async () => {
    const { port, github } = await portForTest();
    const { id } = await github.deliver('ping', {}, { ...nobody, deliveryId: 'again' });
    await port.redeliver(String(id));

    expect(github.state.hookDeliveries.map(({ guid }) => guid)).toEqual(['again', 'again']);
    await expect(port.redeliver('1')).rejects.toMatchObject({ code: 'github_not_found' });
  });
});

describe('the repository', () => {
  test('is found under its new name after a rename', async () => {
    const context = await portForTest();
    const { port, address, github } = context;
    const id = shopId(context);
    const repository = repositoryOf(github.state, shop);
    github.state.repositories.delete(shop);
    github.state.repositories.set('acme/store', Object.assign(repository, { name: 'store' }));

    expect(await port.getRepository(address.installationId, id)).toMatchObject({ fullName: 'acme/store' });
  });
});
