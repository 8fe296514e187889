import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toldPulls } from '../../../app/callback/told-pulls.ts';

describe('the keys of a report', () => {
  test('tell own numbers from those of other repositories', () => {
    const keys = ['acme/shop#12', 'acme/other#12', 'acme/other#13', 'acme/shop-two#14', 'other/shop#15'];
    expect(toldPulls(keys, ['acme/shop'])).toEqual({
      own: [12],
      others: ['acme/other#12', 'acme/other#13', 'acme/shop-two#14', 'other/shop#15'],
    });
  });

  test('are own under any name the repository goes by, in any case, and count once', () => {
    const keys = ['Acme/Store#3', 'ACME/SHOP#2', 'acme/shop#3'];
    expect(toldPulls(keys, ['acme/shop', 'acme/store'])).toEqual({ own: [2, 3], others: [] });
  });

  test('with a number beyond what the tables hold are nobody’s own', () => {
    expect(toldPulls(['acme/shop#2147483647', 'acme/shop#2147483648'], ['acme/shop'])).toEqual({
      own: [2_147_483_647],
      others: ['acme/shop#2147483648'],
    });
  });

  test('are each on one side, the own numbers in order', () => {
    const name = fc.constantFrom('acme/shop', 'acme/Shop', 'acme/other', 'shop/acme');
    const key = fc.tuple(name, fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(fc.array(key), (drawn) => {
        const isOwn = ([repository]: readonly [string, number]) => repository.toLowerCase() === 'acme/shop';
        const { own, others } = toldPulls(
          drawn.map(([repository, number]) => `${repository}#${number}`),
          ['acme/shop'],
        );
        expect(own).toEqual(
          [...new Set(drawn.filter(isOwn).map(([, number]) => number))].toSorted((a, b) => a - b),
        );
        expect(others).toEqual(
          drawn.filter((each) => !isOwn(each)).map(([repository, number]) => `${repository}#${number}`),
        );
      }),
    );
  });
});
