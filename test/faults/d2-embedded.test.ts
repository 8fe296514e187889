import { describe, expect, it } from 'vitest';
import { startAppChild } from '../app/app-child-api.ts';
import { dataFolder } from '../app/each-database.ts';
import { until } from '../app/kit/until.ts';
import { pullEvent } from '../app/triggers/app-for-test.ts';

const merge = (number: number) => pullEvent('closed', number, { mergedAt: new Date().toISOString() });

describe('D2: the embedded database', () => {
  it('has everything that was acknowledged after kill -9 in the middle of a burst', async () => {
    const folder = await dataFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const child = await startAppChild({ database: { folder } });
      const burst = Array.from({ length: 60 }, async (_, at) => {
        const id = `delivery-${round}-${at}`;
        if ((await child.send('pull_request', merge(round * 60 + at + 1), id)) === 202) acknowledged.push(id);
        if (acknowledged.length >= (round + 1) * 20) await child.kill();
      });
      await Promise.all(burst);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);

    const last = await startAppChild({ database: { folder } });
    expect((await last.state()).deliveries).toEqual(expect.arrayContaining(acknowledged));
    await until(async () => {
      const { deliveries, handled } = await last.state();
      expect(handled).toEqual(deliveries);
    }, 60_000);
    const { merges, deliveries } = await last.state();
    expect(merges).toHaveLength(deliveries.length);
    await last.stop();
  }, 120_000);

  it('refuses a second process while the first one lives, which goes on unharmed', async () => {
    const folder = await dataFolder();
    const first = await startAppChild({ database: { folder } });
    await expect(startAppChild({ database: { folder } })).rejects.toThrow(
      `is in use by process ${first.pid}`,
    );
    expect(await first.send('pull_request', merge(1), 'delivery-1')).toBe(202);
    await first.stop();
    const second = await startAppChild({ database: { folder } });
    expect((await second.state()).deliveries).toEqual(['delivery-1']);
    await second.stop();
  }, 60_000);

  it('takes nothing while the disk is full, and is whole when started again', async () => {
    const folder = await dataFolder();
    const first = await startAppChild({ database: { folder }, isQuiet: true });
    expect(await first.send('pull_request', merge(1), 'delivery-1')).toBe(202);
    first.fillDisk(true);
    const statuses = await Promise.all(
      Array.from({ length: 5 }, (_, at) => first.send('pull_request', merge(2), `delivery-full-${at}`)),
    );
    // 503, or no answer at all, for the process ends as soon as its database gave up.
    expect(statuses.filter((status) => status !== 503 && status !== 0)).toEqual([]);
    expect(await first.ended).toBe(3);

    const second = await startAppChild({ database: { folder } });
    expect(await second.send('pull_request', merge(3), 'delivery-3')).toBe(202);
    expect((await second.state()).deliveries).toEqual(expect.arrayContaining(['delivery-1', 'delivery-3']));
    await second.stop();
  }, 60_000);
});
