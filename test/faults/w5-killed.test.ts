import { expect, it } from 'vitest';
import { type AppChildOptions, startAppChild } from '../app/app-child-api.ts';
import { describeEachDatabase } from '../app/each-database.ts';
import { until } from '../app/kit/until.ts';
import { pullEvent } from '../app/triggers/app-for-test.ts';

const merge = () => pullEvent('closed', 7, { mergedAt: new Date().toISOString() });

describeEachDatabase('W5: killed around the commit of a delivery', (database) => {
  it.each([
    ['before it commits', 'before-commit', []],
    ['after it committed, before it answers', 'before-answer', ['delivery-1']],
  ] as const)(
    '%s, it is neither lost nor doubled',
    async (_, dieAt, stored) => {
      const where: AppChildOptions['database'] = await database();
      const payload = merge();
      const first = await startAppChild({ database: where, dieAt });
      expect(await first.send('pull_request', payload, 'delivery-1')).toBe(0);
      expect(await first.ended).toBe('SIGKILL');

      const second = await startAppChild({ database: where, isLater: true });
      expect((await second.state()).deliveries).toEqual(stored);
      // GitHub counts it as failed, and the sweep asks for it again, under the same id.
      expect(await second.send('pull_request', payload, 'delivery-1')).toBe(202);
      expect(await second.send('pull_request', payload, 'delivery-1')).toBe(202);
      const whole = {
        deliveries: ['delivery-1'],
        handled: ['delivery-1'],
        messages: ['merge:4711:main:1'],
        triggers: [7],
        merges: [7],
      };
      await until(async () => expect(await second.state()).toEqual(whole), 25_000);
      await second.stop();
    },
    60_000,
  );
});
