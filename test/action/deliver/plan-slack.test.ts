import { expect, test } from 'vitest';
import { planSlack } from '../../../action/deliver/plan-slack.ts';
import type { CallbackPayload } from '../../../contract/callback-payload.ts';

const usual = { hasSlack: true, isForApp: false, isQuiet: false };
const ended = (status: CallbackPayload['status'], complete = true) =>
  ({ status, results: status === 'failed' ? null : { complete } }) as CallbackPayload;

test('each end of a run has its plan for Slack', () => {
  const plans = (['completed', 'no_changes', 'validated', 'failed'] as const).map((status) =>
    planSlack(ended(status), usual),
  );
  expect(plans).toEqual(['report', 'none', 'none', 'failure']);
});

test('an incomplete report waits for a person', () => {
  expect(planSlack(ended('completed', false), usual)).toBe('withheld');
});

test('for an App nothing is posted, whatever the run came to', () => {
  for (const status of ['completed', 'no_changes', 'validated', 'failed'] as const) {
    expect(planSlack(ended(status), { ...usual, isForApp: true })).toBe('refused');
    expect(planSlack(ended(status), { ...usual, isForApp: true, hasSlack: false })).toBe('none');
  }
});

test('what was not trusted is not posted', () => {
  expect(planSlack(ended('failed'), { ...usual, isQuiet: true })).toBe('none');
});
