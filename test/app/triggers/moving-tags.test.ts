import { beforeEach, expect, it } from 'vitest';
import { describeEachStore } from '../kit/store-for-test.ts';
import { type AppForTest, appForTest, installed, released, shop, tagPush } from './app-for-test.ts';

describeEachStore('a tag that moves', (store) => {
  let app: AppForTest;
  beforeEach(async () => {
    app = await appForTest(store());
    await app.hear('installation', installed());
  });
  const asked = async () =>
    (await store().db.selectFrom('messages').select('business_key').orderBy('business_key').execute()).map(
      ({ business_key: key }) => key.replace(`release:${shop.id}:`, ''),
    );
  const place = (tag: string, commit: string) => {
    app.github.tags = [...app.github.tags.filter((each) => each.tag !== tag), { tag, commit }];
  };
  const push = (tag: string) => app.hear('push', tagPush(tag));

  it.each([
    ['before the full version', ['v5', 'v5.1.0']],
    ['after the full version', ['v5.1.0', 'v5']],
    ['more than once', ['v5', 'v5.1.0', 'v5', 'v5.1.0']],
  ])('that is heard %s asks for one report, of the full version', async (_, order) => {
    place('v5.1.0', 'c0ffee');
    place('v5', 'c0ffee');
    for (const tag of order) await push(tag);
    await app.hear('release', released('v5.1.0'));

    expect(await asked()).toEqual(['v5.1.0:c0ffee']);
  });

  it('that is new waits for its full version where others of its kind move', async () => {
    for (const tag of ['v4.0.0', 'v4']) place(tag, 'a');
    await push('v4.0.0');
    place('v5', 'b');
    await push('v5');
    expect(await asked()).toEqual(['v4.0.0:a']);
    place('v5.0.0', 'b');
    await push('v5.0.0');

    expect(await asked()).toEqual(['v4.0.0:a', 'v5.0.0:b']);
  });

  it('and could not be known for one asks for one report all the same', async () => {
    place('v1', 'a');
    await push('v1');
    place('v1.0.0', 'a');
    await push('v1.0.0');

    expect(await asked()).toEqual(['v1:a']);
  });

  it('without a version in its name asks for none, whatever the rules match', async () => {
    app.github.files.set('acme/shop: .github/zenpulse.yml', "triggers:\n  release:\n    tags: ['*']\n");
    for (const tag of ['latest', 'stable', 'api@edge', '1.x', 'Fuji']) {
      place(tag, tag);
      await push(tag);
    }

    expect(await asked()).toEqual(['Fuji:Fuji']);
  });

  it('is none where whole numbers are the releases', async () => {
    for (const [tag, commit] of [
      ['v4', 'a'],
      ['v5', 'b'],
    ] as const) {
      place(tag, commit);
      await push(tag);
    }

    expect(await asked()).toEqual(['v4:a', 'v5:b']);
  });

  it('is none where a patch follows a version of two numbers', async () => {
    for (const [tag, commit] of [
      ['v6.1', 'a'],
      ['v6.1.1', 'b'],
      ['v6.2', 'c'],
    ] as const) {
      place(tag, commit);
      await push(tag);
    }

    expect(await asked()).toEqual(['v6.1.1:b', 'v6.1:a', 'v6.2:c']);
  });
});
