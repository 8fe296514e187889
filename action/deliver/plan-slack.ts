import type { CallbackPayload } from '../../contract/callback-payload.ts';

/**
 * What becomes of Slack: `report` and `failure` are posted · `withheld` is not, for a person must look first ·
 * `refused`, because only whoever dispatched the run posts · `none`: nothing to say there.
 */
export type SlackPlan = 'report' | 'failure' | 'withheld' | 'refused' | 'none';

export interface SlackCircumstances {
  hasSlack: boolean;
  /** The dispatch brought the callback's address: there is an App, and only it posts. */
  isForApp: boolean;
  /** The result was not even trusted: nothing of it is posted. */
  isQuiet: boolean;
}

/** Decides before anything is rendered or sent. */
export function planSlack(
  { status, results }: CallbackPayload,
  { hasSlack, isForApp, isQuiet }: SlackCircumstances,
): SlackPlan {
  if (!hasSlack) return 'none';
  if (isForApp) return 'refused';
  if (isQuiet) return 'none';
  switch (status) {
    case 'failed':
      return 'failure';
    case 'completed':
      return results?.complete === true ? 'report' : 'withheld';
    case 'no_changes':
    case 'validated':
      return 'none';
  }
}
