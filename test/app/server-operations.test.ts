import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorCatalogue } from '../../contract/error-catalogue.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const guide = read('docs/operations.md');
const named = new Set([...guide.matchAll(/`([a-z]+(?:_[a-z]+)*)[`{]/g)].map(([, name]) => name));
const sources = globSync('app/**/*.ts', { cwd: root }).map(read);

/** Codes that other rooms throw for the App. */
const fromDelivery = Object.keys(errorCatalogue).filter((code) => /^(?:slack|destination)_/.test(code));
const elsewhere = new Set(['slack_with_app']);

test('the guide names every code an operator can meet', () => {
  const thrown = sources.flatMap((text) =>
    [...text.matchAll(/'([a-z]+_[a-z_]+)'/g)]
      .map(([, code = '']) => code)
      .filter((code) => code in errorCatalogue),
  );
  const codes = new Set([...thrown, ...fromDelivery].filter((code) => !elsewhere.has(code)));
  expect(codes.size).toBeGreaterThan(60);
  expect([...codes].filter((code) => !named.has(code))).toEqual([]);
});

test('the guide names no code that does not exist', () => {
  const families =
    /^(?:app|callback|data|database|destination|dispatch|github|post|repository|run|slack|webhook|workflow)_/;
  const others = ['repository_id', 'run_url', 'callback_allowed_hosts'];
  const codes = [...named].filter(
    (name) => name !== undefined && families.test(name) && !others.includes(name),
  );
  expect(codes.filter((code) => code !== undefined && !(code in errorCatalogue))).toEqual([]);
});

test('the guide names every metric, status and state, and every variable it names exists', () => {
  const metrics = sources.flatMap((text) =>
    [...text.matchAll(/'(zenpulse_[a-z_]+)'/g)].map(([, name]) => name),
  );
  expect(metrics.length).toBeGreaterThan(7);
  expect(metrics.filter((name) => !named.has(name))).toEqual([]);
  const states =
    'queued generating completed failed no_changes needs_setup waiting due sending sent unknown suspended removed';
  expect(states.split(' ').filter((state) => !named.has(state))).toEqual([]);
  const variables = [
    ...guide.matchAll(/\b((?:ZENPULSE|GITHUB|SLACK|WEBHOOK|POSTGRES|APP|DATABASE)_[A-Z_]+)/g),
  ];
  const example = read('.env.example');
  expect(variables.map(([, name = '']) => name).filter((name) => !example.includes(`${name}=`))).toEqual([]);
});
