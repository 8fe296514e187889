import { describe, expect, it } from 'vitest';
import {
  type Outcome,
  outcomeLines,
  outcomeOutputs,
  outcomeWarnings,
} from '../../../action/deliver/outcome.ts';

const none: Outcome = { callback: null, plan: 'none', slack: null, problems: [] };
const lost = { host: 'receiver.test', state: 'exhausted', tries: 6, deadLetterUrl: 'https://x/1' } as const;
const posted = (state: 'sent' | 'failed' | 'unknown', count: number) => ({
  plan: 'report' as const,
  slack: { state, posted: count, total: 3 },
});

describe('what came of a delivery', () => {
  it('is silent where nothing was to be delivered', () => {
    expect([outcomeLines(none), outcomeWarnings(none)]).toEqual([[], []]);
    expect(outcomeOutputs(none)).toEqual({ callback_state: '', slack_state: '', dead_letter_url: '' });
  });

  it('says where a lost callback is kept', () => {
    const outcome: Outcome = { ...none, callback: lost };
    expect(outcomeLines(outcome)).toEqual([
      'Callback to receiver.test: not delivered (exhausted, 6 tries). The payload is kept: https://x/1',
    ]);
    expect(outcomeOutputs(outcome)).toMatchObject({
      callback_state: 'exhausted',
      dead_letter_url: 'https://x/1',
    });
  });

  it.each([
    ['sent', 3, 'Slack: the report was posted (3 of 3 messages).'],
    ['failed', 0, 'Slack: the report was not posted (0 of 3 messages).'],
    ['failed', 1, 'Slack: the report was not posted whole (1 of 3 messages).'],
    ['unknown', 1, 'Slack: not known whether the report was posted whole (1 of 3 messages).'],
  ] as const)('tells of Slack %s after %i', (state, count, line) => {
    const outcome: Outcome = { ...none, ...posted(state, count) };
    expect(outcomeLines(outcome)).toEqual([line]);
    expect(outcomeOutputs(outcome).slack_state).toBe(state);
  });

  it.each(['withheld', 'refused'] as const)('is withheld when the plan is %s', (plan) => {
    expect(outcomeOutputs({ ...none, plan }).slack_state).toBe('withheld');
    expect(outcomeLines({ ...none, plan })).toHaveLength(1);
  });

  it.each<[string, Outcome, RegExp]>([
    ['is held back', { ...none, plan: 'withheld' }, /post it by hand/],
    [
      'may be posted',
      { ...none, ...posted('unknown', 0) },
      /look in the channel; running this job again posts all/,
    ],
    [
      'is posted in part',
      { ...none, ...posted('failed', 2) },
      /Slack has 2 of 3 messages\. Next: delete them/,
    ],
    ['is posted, but not called back', { ...none, ...posted('sent', 3), callback: lost }, /a second time/],
  ])('warns what a person decides when the report %s', (_, outcome, warning) => {
    expect(outcomeWarnings(outcome)).toEqual([expect.stringMatching(warning)]);
  });
});
