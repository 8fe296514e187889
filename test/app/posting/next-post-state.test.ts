import { describe, expect, it } from 'vitest';
import { nextPostState, type PostEvent } from '../../../app/posting/next-post-state.ts';
import type { PostState } from '../../../app/store/tables.ts';

const states: PostState[] = ['waiting', 'due', 'sending', 'sent', 'failed', 'unknown'];
const events: PostEvent[] = [
  'start',
  'hold',
  'ask',
  'ask-again',
  'sent',
  'refused',
  'unclear',
  'postpone',
  'abandon',
];

/** Where each event may lead from each state; whatever is missing may not happen. */
const allowed: Record<string, PostState> = {
  'due start': 'sending',
  'due hold': 'waiting',
  'waiting ask': 'sending',
  'failed ask': 'sending',
  'waiting ask-again': 'sending',
  'failed ask-again': 'sending',
  'unknown ask-again': 'sending',
  'sending refused': 'failed',
  'sending unclear': 'unknown',
  'sending postpone': 'due',
  'sending abandon': 'unknown',
  'waiting sent': 'sent',
  'due sent': 'sent',
  'sending sent': 'sent',
  'failed sent': 'sent',
  'unknown sent': 'sent',
};

describe('a post', () => {
  it.each(states.flatMap((state) => events.map((event) => [state, event] as const)))(
    'that is %s, when %s happens',
    (state, event) => {
      expect(nextPostState(state, event)).toBe(allowed[`${state} ${event}`] ?? null);
    },
  );

  it('that went out never goes out again', () => {
    expect(events.filter((event) => nextPostState('sent', event) !== null)).toEqual([]);
  });

  it('of which nobody knows is sent again only by someone who looked', () => {
    expect(events.filter((event) => nextPostState('unknown', event) === 'sending')).toEqual(['ask-again']);
  });
});
