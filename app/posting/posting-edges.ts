import type { Logger } from 'pino';
import type { DeliveryEdges } from '../../delivery/edges.ts';
import type { SlackTarget } from '../../delivery/slack.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import type { Sealer } from './seal.ts';

/** What posting touches beside the rest of the App. */
export interface PostingEdges extends AppEdges {
  /** Its fetch reaches Slack's hosts and those that are allowed, nothing else. */
  delivery: DeliveryEdges;
  /** Opens stored credentials; null where there is no key for them. */
  sealer: Sealer | null;
  /** Where reports go whose repository and installation have no credential of their own. */
  fallback: SlackTarget | null;
  /** Address of Slack's Web API for stored bot tokens. */
  slackApiUrl: string;
  /** `https://github.com`, or an Enterprise Server's; for links. */
  webUrl: string;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}
