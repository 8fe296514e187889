import { expect, test } from 'vitest';
import { deliver, type Delivery } from '../../../action/deliver/deliver.ts';
import type { DeadLetter } from '../../../contract/dead-letter.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { DeliveryEdges, OutgoingRequest } from '../../../delivery/edges.ts';
import { finishedRun } from '../report-back/finished-run.ts';

const { whole } = await finishedRun();

/** Edges over one script of answers; every request is kept. */
function world(answer: (request: OutgoingRequest) => number) {
  const asked: string[] = [];
  const kept: DeadLetter[] = [];
  let now = Date.parse('2026-11-08T09:00:00Z');
  const edges: DeliveryEdges = {
    fetch: async (request) => {
      asked.push(new URL(request.url).host);
      return { status: answer(request), headers: new Headers(), body: 'ok', truncated: false };
    },
    clock: () => new Date(now),
    sleep: async (ms) => {
      now += ms;
    },
    random: () => 0.5,
    signal: new AbortController().signal,
  };
  const keep = async (letter: DeadLetter) => {
    kept.push(letter);
    return 'https://github.com/acme/shop/actions/runs/4711/artifacts/102';
  };
  return { asked, kept, edges: { callback: edges, slack: edges, keep } };
}

const both: Delivery = {
  payload: whole,
  callback: {
    url: 'https://app.test/callbacks',
    proof: { kind: 'token', token: 'once' },
    signingSecret: null,
  },
  slack: { kind: 'webhook', url: 'https://hooks.slack.com/services/x' },
  place: { runUrl: 'https://github.com/acme/shop/actions/runs/4711', repository: 'acme/shop' },
  isForApp: false,
  isQuiet: false,
};

test('the callback comes first, since its receiver knows a repeated one', async () => {
  const { asked, edges } = world(() => 200);
  const outcome = await deliver(both, edges);
  expect(asked).toEqual(['app.test', 'hooks.slack.com']);
  expect(outcome).toEqual({
    callback: { host: 'app.test', state: 'delivered', tries: 1, deadLetterUrl: null },
    plan: 'report',
    slack: { state: 'sent', posted: 1, total: 1 },
    problems: [],
  });
});

test('a callback that no try gets through is kept once, and Slack is served all the same', async () => {
  const { asked, kept, edges } = world(({ url }) => (url.includes('app.test') ? 503 : 200));
  const { callback, slack, problems } = await deliver(both, edges);
  expect(asked.filter((host) => host === 'app.test')).toHaveLength(6);
  expect(callback).toMatchObject({ state: 'exhausted', tries: 6, deadLetterUrl: expect.any(String) });
  expect(slack).toMatchObject({ state: 'sent' });
  expect(problems.map(({ code }) => code)).toEqual(['callback_undelivered']);
  expect(kept).toMatchObject([{ state: 'exhausted', payload: whole }]);
  expect(JSON.stringify(kept)).not.toContain('once"');
});

test('a dead letter that cannot be stored is a problem more, not the end', async () => {
  const { edges } = world(({ url }) => (url.includes('app.test') ? 400 : 200));
  const keep = async () => {
    throw new ZenPulseError('artifact_failed', { cause: 'the service refused' });
  };
  const { callback, slack, problems } = await deliver(both, { ...edges, keep });
  expect(callback).toMatchObject({ state: 'refused', deadLetterUrl: null });
  expect(slack?.state).toBe('sent');
  expect(problems.map(({ code }) => code)).toEqual(['callback_refused', 'artifact_failed']);
});

test('for an App the result is called back, nothing is posted, and that is a problem', async () => {
  const { asked, edges } = world(() => 200);
  const { plan, problems } = await deliver({ ...both, isForApp: true }, edges);
  expect(asked).toEqual(['app.test']);
  expect([plan, problems.map(({ code }) => code)]).toEqual(['refused', ['slack_with_app']]);
});
