import type { PostState } from '../store/tables.ts';

/**
 * What happens to a post.
 * `start`: the job takes it · `hold`: a person has to look first · `ask`: a person has it posted · `ask-again`: the same,
 * by someone who knows that it may be in the channel already · `sent`, `refused`, `unclear`: Slack's answer ·
 * `postpone`: nothing was sent, and trying later may help · `abandon`: whoever sent it has been gone for too long.
 */
export type PostEvent =
  | 'start'
  | 'hold'
  | 'ask'
  | 'ask-again'
  | 'sent'
  | 'refused'
  | 'unclear'
  | 'postpone'
  | 'abandon';

/** What Slack said is true whatever was thought meanwhile; nothing else leads out of `sent`, or away from `sending`. */
const steps: Record<PostEvent, Partial<Record<PostState, PostState>>> = {
  start: { due: 'sending' },
  hold: { due: 'waiting' },
  ask: { waiting: 'sending', failed: 'sending' },
  'ask-again': { waiting: 'sending', failed: 'sending', unknown: 'sending' },
  sent: { sending: 'sent', unknown: 'sent', failed: 'sent', waiting: 'sent', due: 'sent' },
  refused: { sending: 'failed' },
  unclear: { sending: 'unknown' },
  postpone: { sending: 'due' },
  abandon: { sending: 'unknown' },
};

/** The state that follows; null when it may not happen in this one. */
export const nextPostState = (state: PostState, event: PostEvent): PostState | null =>
  steps[event][state] ?? null;
