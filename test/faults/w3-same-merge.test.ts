import { expect, it } from 'vitest';
import { appForTest, installed, pass, pullEvent, released, tagPush } from '../app/triggers/app-for-test.ts';
import { describeEachStore } from '../app/kit/store-for-test.ts';

describeEachStore('W3: different deliveries of the same news', (store) => {
  const messages = () =>
    store().db.selectFrom('messages').select(['business_key', 'inputs']).orderBy('business_key').execute();

  it('of a merge are one business key, whenever they come', async () => {
    const app = await appForTest(store());
    await app.hear('installation', installed());
    const merge = pullEvent('closed', 7);
    await Promise.all([app.deliver('pull_request', merge), app.deliver('pull_request', merge)]);
    await app.drain();
    pass(app, 5);
    await app.hear('pull_request', merge);
    pass(app, 15);
    await app.drain();
    const [message, ...others] = await messages();
    expect(others).toEqual([]);
    expect(message).toMatchObject({ business_key: 'merge:4711:main:1', inputs: { trigger_prs: '7' } });

    // And once more after the pulse was started.
    await app.hear('pull_request', merge);
    pass(app, 60);
    await app.drain();
    expect(await messages()).toHaveLength(1);
  });

  it('of a tag, pushed and released, are one business key', async () => {
    const app = await appForTest(store());
    await app.hear('installation', installed());
    app.github.tags.push({ tag: 'v1.2.0', commit: 'c0ffee' });
    await Promise.all([
      app.deliver('push', tagPush('v1.2.0')),
      app.deliver('release', released('v1.2.0')),
      app.deliver('push', tagPush('v1.2.0')),
    ]);
    await app.drain();
    expect(await messages()).toMatchObject([
      { business_key: 'release:4711:v1.2.0:c0ffee', inputs: { tag_range: 'v1.2.0' } },
    ]);
  });
});
