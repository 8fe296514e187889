import { expect, test } from 'vitest';
import { cutJson, htmlWith200, oversizedJson } from '../github/faults/body-faults.ts';
import type { Fault } from '../github/faults/fault.ts';
import { faultyHub, release } from './faulty-hub.ts';

const compare = 'GET /repos/{owner}/{repo}/compare/{basehead}';
const kinds = [
  ['GraphQL', 'DateWindow', undefined],
  ['REST', compare, release],
] as const;

const body = (name: string, text: string): Fault => ({
  name,
  instead: () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: text }),
});

test.each(kinds)(
  'G12: a page of HTML with 200 is a bad answer, not an empty one (%s)',
  async (_, operation, window) => {
    const hub = await faultyHub();
    hub.github.faults.inject({ match: { operation, times: 99 }, fault: htmlWith200() });
    const error = await hub.failure(window);

    expect(error.code).toBe('github_bad_answer');
    expect(error.nextStep).toContain('a proxy may stand between');
    expect(error.message).not.toContain('<html>');
  },
);

test.each(kinds)(
  'G12: JSON cut in the middle is a named error after at most three tries (%s)',
  async (_, operation, window) => {
    const hub = await faultyHub();
    hub.github.faults.inject({ match: { operation, times: 99 }, fault: cutJson() });
    const error = await hub.failure(window);

    expect(['github_bad_answer', 'github_unavailable']).toContain(error.code);
    const asked = hub.github.requests.filter((request) => request.operation === operation);
    expect(asked.length).toBeLessThanOrEqual(3);
  },
);

test.each(kinds)('G12: a body beyond the bound is not read to its end (%s)', async (_, operation, window) => {
  const hub = await faultyHub();
  hub.github.faults.inject({ match: { operation, times: 99 }, fault: oversizedJson(40) });
  const error = await hub.failure(window);

  expect(error.code).toBe('github_bad_answer');
  expect(error.message).toContain('more than');
  expect(hub.github.requests.filter((request) => request.operation === operation)).toHaveLength(1);
});

test.each([
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"maintenance"'],
  ['nothing', ''],
  ['no data', '{}'],
  ['data of another shape', '{"data":{"repository":{"page":12}}}'],
  ['a prototype', '{"data":{"repository":{"__proto__":{"page":1}}}}'],
])('G12: %s in place of an answer is a bad answer', async (name, text) => {
  const hub = await faultyHub();
  for (const [, operation, window] of kinds) {
    hub.github.faults.inject({ match: { operation, times: 99 }, fault: body(name, text) });

    expect((await hub.failure(window)).code).toBe('github_bad_answer');
  }
});
