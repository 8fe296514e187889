import fc from 'fast-check';
import { expect, test } from 'vitest';
import { originIdentity } from '../../../../action/sources/git/origin-identity.ts';
import { repositoryKey } from '../../../../contract/primitives.ts';

const shop = { key: 'acme/shop', url: 'https://github.com/acme/shop' };

test.each([
  'https://github.com/acme/shop.git',
  'https://github.com/acme/shop/',
  'https://GitHub.com/acme/shop',
  'https://ada:secret@github.com/acme/shop.git',
  'git@github.com:acme/shop.git',
  'ssh://git@github.com:22/acme/shop.git',
  'git+ssh://git@github.com/acme/shop.git',
  'github.com:acme/shop.git\n',
  'ssh://git@ssh.github.com:443/acme/shop.git',
  'git@ssh.github.com:acme/shop.git',
  'https://www.github.com/acme/shop',
  'https://github.com:443/acme/shop.git',
  'HTTPS://GITHUB.COM/acme/shop',
  'git://github.com/acme/shop.git',
  'git@GitHub.com:/acme/shop.git',
  'https://github.com./acme/shop.git',
  'https://github.com/acme/shop.git/',
  'https://github.com//acme/shop/.git/',
  'git@github.com-work:acme/shop.git',
  'ssh://git@github.com-repo-0/acme/shop',
])('%j is acme/shop on GitHub', (remote) => {
  expect(originIdentity(remote, '/srv/any')).toEqual(shop);
});

test.each([
  ['https://git.example.com/acme/shop.git', 'acme/shop'],
  ['https://gitlab.com/group/sub/shop.git', 'sub/shop'],
  ['git@github.example.com:acme/shop.git', 'acme/shop'],
  ['https://github.com.example.com/acme/shop', 'acme/shop'],
  ['https://notgithub.com/acme/shop', 'acme/shop'],
  ['work:acme/shop.git', 'acme/shop'],
])('%s has a key, but no known web address', (remote, key) => {
  expect(originIdentity(remote, '/srv/any')).toEqual({ key, url: null });
});

test.each([
  [null, '/srv/shop', 'local/shop'],
  [null, '/srv/shop.git', 'local/shop'],
  ['/srv/git/acme/shop.git', '/home/ada/clone', 'local/clone'],
  ['../shop', '/home/ada/clone', 'local/clone'],
  ['file:///srv/git/acme/shop', '/home/ada/clone', 'local/clone'],
  ['C:\\git\\shop', '/home/ada/clone', 'local/clone'],
  ['origin', '/home/ada/clone', 'local/clone'],
  ['https://github.com/shop', '/home/ada/clone', 'local/clone'],
  ['ada:secret@github.com/shop', '/home/ada/clone', 'local/clone'],
  ['https://ada:12/3@github.com/shop', '/home/ada/clone', 'local/clone'],
  [null, '/home/ada/mein Läden', 'local/mein-L-den'],
  [null, '/', 'local/-'],
])('origin %j of a clone in %s is keyed %s', (remote, folder, key) => {
  expect(originIdentity(remote, folder)).toEqual({ key, url: null });
});

test('the key is a key of the contract, whatever origin and folder are called', () => {
  const remote = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl(),
    fc.tuple(fc.string(), fc.string()).map(([owner, name]) => `git@github.com:${owner}/${name}.git`),
  );
  fc.assert(
    fc.property(fc.option(remote), fc.string({ unit: 'binary' }), (origin, folder) => {
      const { key, url } = originIdentity(origin, `/srv/${folder}`);
      return repositoryKey.safeParse(key).success && (url === null || url === `https://github.com/${key}`);
    }),
    { numRuns: 1000 },
  );
});

test('no user or password of the address is in what comes out', () => {
  const word = fc.stringMatching(/^[a-zA-Z0-9_-]{8,20}$/).map((text) => `secret${text}`);
  fc.assert(
    fc.property(
      word,
      word,
      fc.constantFrom('https://', 'ssh://', 'git+https://', 'HTTP://', ''),
      fc.constantFrom(':', ':x/', ':1/', ':@', '/'),
      fc.constantFrom('/acme/shop.git', ':acme/shop.git', '/shop', ':shop', '/'),
      (user, password, scheme, between, path) => {
        const { key, url } = originIdentity(
          `${scheme}${user}${between}${password}@github.com${path}`,
          '/srv/any',
        );
        return !`${key} ${url}`.includes('secret');
      },
    ),
  );
});
