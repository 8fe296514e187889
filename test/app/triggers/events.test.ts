import { beforeEach, expect, it } from 'vitest';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import {
  type AppForTest,
  appForTest,
  branchPush,
  installation,
  installed,
  pass,
  pullEvent,
  released,
  rulesPath,
  shop,
  tagPush,
} from './app-for-test.ts';

describeEachStore('events', (store) => {
  let app: AppForTest;
  beforeEach(async () => {
    app = await appForTest(store());
  });
  const db = () => store().db;
  const repositories = () =>
    db()
      .selectFrom('repositories')
      .select(['id', 'full_name', 'default_branch', 'state', 'baseline_at'])
      .execute();
  const keys = async () =>
    (await db().selectFrom('messages').select('business_key').orderBy('business_key').execute()).map(
      ({ business_key }) => business_key,
    );
  const merges = async () =>
    (await db().selectFrom('merges').select('number').orderBy('number').execute()).map(
      ({ number }) => number,
    );

  it('of an installation make its repositories known, with a baseline at its time, and have them looked into', async () => {
    pass(app, 600);
    await app.hear('installation', installed('2026-11-20T11:00:00Z'));
    expect(await repositories()).toEqual([
      {
        id: '4711',
        full_name: 'acme/shop',
        default_branch: '',
        state: 'active',
        baseline_at: new Date('2026-11-20T11:00:00Z'),
      },
    ]);
    expect(app.onboarded).toContain('4711');
  });

  it('of an older merge are no news', async () => {
    await app.hear('installation', installed('2026-11-20T11:00:00Z'));
    await app.hear('pull_request', pullEvent('closed', 6, { mergedAt: '2026-11-20T10:59:59Z' }));
    await app.hear('pull_request', pullEvent('closed', 7, { mergedAt: '2026-11-20T11:00:00Z' }));
    expect(await merges()).toEqual([7]);
  });

  it('of one that was closed without a merge are none either', async () => {
    await app.hear('pull_request', pullEvent('closed', 7, { mergedAt: null }));
    expect(await repositories()).toEqual([]);
  });

  it('of an unknown repository make it known just before them', async () => {
    await app.hear('pull_request', pullEvent('closed', 7, { mergedAt: '2026-11-20T11:59:00Z' }));
    expect(await repositories()).toMatchObject([
      { default_branch: 'main', baseline_at: new Date('2026-11-20T11:54:00Z') },
    ]);
    expect(await merges()).toEqual([7]);
    expect(app.onboarded).toEqual(['4711']);
  });

  it('of merges into other branches wait, but start nothing', async () => {
    await app.hear('pull_request', pullEvent('closed', 7, { base: 'side' }));
    pass(app, 30);
    await app.drain();
    expect(await merges()).toEqual([7]);
    expect(await keys()).toEqual([]);
  });

  it('of merges start one pulse after the quiet period that the repository wants', async () => {
    app.github.files.set(rulesPath, 'triggers:\n  merge:\n    quiet_period: 2m\n');
    await app.hear('pull_request', pullEvent('closed', 7));
    pass(app, 1);
    await app.hear('pull_request', pullEvent('closed', 8));
    pass(app, 1.5);
    await app.drain();
    expect(await keys()).toEqual([]);
    pass(app, 1);
    await app.drain();
    expect(await keys()).toEqual(['merge:4711:main:1']);
  });

  it('are recorded when the rules cannot be used, and go on once they can', async () => {
    app.github.files.set(rulesPath, 'triggers: nonsense');
    await app.hear('pull_request', pullEvent('closed', 7));
    expect(await merges()).toEqual([7]);
    expect(app.onboarded).toContain('4711');
  });

  it('are tried again when GitHub cannot be reached', async () => {
    const { readFile } = app.github.port;
    app.github.port.readFile = () =>
      Promise.reject(new ZenPulseError('github_unavailable', { what: 'the rules', tries: 3 }));
    await expect(app.hear('pull_request', pullEvent('closed', 7))).rejects.toMatchObject({
      code: 'github_unavailable',
    });
    expect(await merges()).toEqual([]);
    app.github.port.readFile = readFile;
    await app.drain();
    expect(await merges()).toEqual([7]);
  });

  it('that lack what is read of them are put aside with the reason, once', async () => {
    await app.hear('pull_request', { action: 'closed', repository: shop, installation });
    expect(app.unreadable).toEqual([expect.stringContaining('pull_request')]);
    const [row] = await db().selectFrom('deliveries').select(['handled_at', 'problem']).execute();
    expect(row).toEqual({ handled_at: app.now, problem: app.unreadable[0] });
    expect(await app.jobs.waiting()).toEqual([]);
  });

  it('of tags that match ask for notes of the commit they end at', async () => {
    app.github.tags.push({ tag: 'v1.0.0', commit: 'c0ffee' }, { tag: 'nightly', commit: 'decaf' });
    await app.hear('push', tagPush('v1.0.0', { after: 'an annotated tag object' }));
    await app.hear('push', tagPush('nightly'));
    await app.hear('push', tagPush('v0.9.0', { deleted: true }));
    await app.hear('push', tagPush('v9.9.9'));
    expect(await keys()).toEqual(['release:4711:v1.0.0:c0ffee']);
    expect(await db().selectFrom('tags').select('tag').orderBy('tag').execute()).toEqual([
      { tag: 'nightly' },
      { tag: 'v1.0.0' },
    ]);
  });

  it('of a tag that was moved ask again, of its release not', async () => {
    app.github.tags.push({ tag: 'v1.0.0', commit: 'c0ffee' });
    await app.hear('push', tagPush('v1.0.0'));
    app.github.tags[0] = { tag: 'v1.0.0', commit: 'decaf' };
    await app.hear('push', tagPush('v1.0.0'));
    await app.hear('release', released('v1.0.0'));
    expect(await keys()).toEqual(['release:4711:v1.0.0:c0ffee', 'release:4711:v1.0.0:decaf']);
  });

  it('of pushes have the repository looked into when they touch its rules or its workflows', async () => {
    await app.hear('installation', installed());
    app.onboarded.length = 0;
    await app.hear('push', branchPush('src/index.ts'));
    await app.hear('push', branchPush('.github/zenpulse.yml', { ref: 'refs/heads/side' }));
    expect(app.onboarded).toEqual([]);
    await app.hear('push', branchPush('.github/zenpulse.yml'));
    await app.hear('push', branchPush('.github/workflows/zenpulse.yml'));
    expect(app.onboarded).toEqual(['4711', '4711']);
  });

  it('of pushes to an owner’s common rules have all of its repositories looked into', async () => {
    await app.hear('installation', {
      ...installed(),
      repositories: [
        { id: 1, full_name: 'acme/.github' },
        { id: 2, full_name: 'acme/shop' },
        { id: 3, full_name: 'acme_other/shop' },
      ],
    });
    app.onboarded.length = 0;
    const common = { id: 1, full_name: 'acme/.github', default_branch: 'main' };
    await app.hear('push', branchPush('.github/zenpulse.yml', { repository: common }));
    expect(app.onboarded).toEqual(['1', '2']);
  });

  it('follow a repository through its names, branches and states', async () => {
    const about = (action: string, more = {}) => ({ action, repository: { ...shop, ...more }, installation });
    await app.hear('pull_request', pullEvent('closed', 7));
    await app.hear('repository', about('renamed', { full_name: 'acme/store' }));
    await app.hear('repository', about('edited', { full_name: 'acme/store', default_branch: 'trunk' }));
    expect(await repositories()).toMatchObject([{ full_name: 'acme/store', default_branch: 'trunk' }]);
    const lines = await db()
      .selectFrom('streams')
      .select(['base', 'covered_until'])
      .orderBy('base')
      .execute();
    expect(lines.map(({ base }) => base)).toEqual(['main', 'trunk']);
    expect(lines[1]?.covered_until).toEqual(lines[0]?.covered_until);
    await app.hear('repository', about('deleted'));
    expect(await repositories()).toMatchObject([{ state: 'removed' }]);
    await app.hear('pull_request', pullEvent('closed', 8));
    expect(await merges()).toEqual([7]);
  });

  it('of a transfer have the repository worked in as its new owner’s installation', async () => {
    await app.hear('pull_request', pullEvent('closed', 7));
    const repository = { ...shop, full_name: 'umbrella/shop' };
    await app.hear('repository', { action: 'transferred', repository, installation: { id: 100 } });
    const rows = await db().selectFrom('repositories').select(['full_name', 'installation_id']).execute();
    expect(rows).toEqual([{ full_name: 'umbrella/shop', installation_id: '100' }]);
    expect(await merges()).toEqual([7]);
  });

  it('that come late under an old name leave the name that GitHub gives', async () => {
    await app.hear('pull_request', pullEvent('closed', 7));
    await app.deliver('repository', { action: 'renamed', repository: shop, installation });
    app.github.repository = { ...app.github.repository, fullName: 'acme/store' };
    await app.drain();
    expect(await repositories()).toMatchObject([{ full_name: 'acme/store' }]);
  });

  it('that name a repository or its default branch otherwise than they are known have it looked into', async () => {
    await app.hear('pull_request', pullEvent('closed', 7));
    app.onboarded.length = 0;
    await app.hear('pull_request', pullEvent('closed', 8));
    expect(app.onboarded).toEqual([]);
    await app.hear('pull_request', {
      ...pullEvent('closed', 9),
      repository: { ...shop, full_name: 'acme/store' },
    });
    await app.hear('pull_request', {
      ...pullEvent('closed', 10),
      repository: { ...shop, default_branch: 'trunk' },
    });
    expect(app.onboarded).toEqual(['4711', '4711']);
  });

  it('put all repositories of an installation to sleep and wake them up', async () => {
    const about = (action: string) => ({ action, installation });
    await app.hear('installation', installed());
    app.onboarded.length = 0;
    await app.hear('installation', about('suspend'));
    expect(await repositories()).toMatchObject([{ state: 'suspended' }]);
    await app.hear('installation', about('unsuspend'));
    expect(await repositories()).toMatchObject([{ state: 'active' }]);
    await app.hear('installation', about('new_permissions_accepted'));
    expect(app.onboarded).toEqual(['4711', '4711']);
    await app.hear('installation', about('deleted'));
    expect(await repositories()).toMatchObject([{ state: 'removed' }]);
  });

  it('start a repository anew when it is let in again: what merged meanwhile is not news', async () => {
    await app.hear('installation', installed());
    await app.hear('pull_request', pullEvent('closed', 7));
    await app.hear('installation_repositories', {
      action: 'removed',
      installation,
      repositories_removed: [{ id: shop.id }],
    });
    expect(await repositories()).toMatchObject([{ state: 'removed' }]);
    pass(app, 60);
    await app.hear('installation_repositories', {
      action: 'added',
      installation,
      repositories_added: [{ id: shop.id, full_name: shop.full_name }],
    });
    expect(await repositories()).toMatchObject([{ state: 'active', baseline_at: app.now }]);
    const [line] = await db().selectFrom('streams').select('covered_until').execute();
    expect(line?.covered_until).toEqual(app.now);
    await app.hear('pull_request', pullEvent('closed', 8, { mergedAt: '2026-11-20T12:30:00Z' }));
    expect(await merges()).toEqual([7]);
  });
});
