import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const dockerfile = read('Dockerfile');
const copied = [...dockerfile.matchAll(/^COPY (\w+) \.\/\1$/gm)].map(([, room]) => room);
const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };

const sources = globSync(`{${copied.join(',')}}/**/*.ts`, { cwd: root });
const imported = new Set(
  sources.flatMap((path) =>
    [...read(path).matchAll(/(?:from|import\() ?'((?:@[\w-]+\/)?[\w.-]+)[^']*'/g)].map(
      ([, name = '']) => name,
    ),
  ),
);
const packages = [...imported].filter((name) => !name.startsWith('.') && name !== 'node');

test('the image has every package that the App imports, and none besides', () => {
  const uninstalled = (/npm uninstall ([\s\S]*?)\n\n/.exec(dockerfile)?.[1] ?? '').split(/[\s\\]+/);
  const left = Object.keys(dependencies).filter((name) => !uninstalled.includes(name));
  // Probot brings this one along in any case.
  const unused = left.filter((name) => !packages.includes(name) && name !== '@octokit/webhooks');
  expect(packages.filter((name) => !left.includes(name))).toEqual([]);
  expect(unused).toEqual([]);
});

test('the image has every room that the App imports from', () => {
  const rooms = new Set(
    sources.flatMap((path) =>
      [...read(path).matchAll(/from '(\.[^']*)'/g)].map(
        ([, to = '']) => join(path, '..', to).split('/')[0] ?? '',
      ),
    ),
  );
  expect([...rooms].filter((room) => !copied.includes(room))).toEqual([]);
  const kept = read('.dockerignore').split('\n');
  expect(copied.filter((room) => !kept.includes(`!${room}`))).toEqual([]);
});

test('compose gives the App longer to stop than it takes', () => {
  const { services } = parse(read('compose.yml')) as { services: { app: { stop_grace_period: string } } };
  // Nine seconds for requests, 25 for jobs.
  expect(Number.parseInt(services.app.stop_grace_period, 10)).toBeGreaterThan(34);
});
