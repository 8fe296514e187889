import type { InputMaybe, IssueOrder } from '@octokit/graphql-schema';
import type { PullRequest } from '../state/pull-request.ts';
import type { Order } from './connection.ts';

/** Order of pull requests; without one by creation. The number settles ties. */
export function byIssueOrder(order: InputMaybe<IssueOrder> | undefined): Order<PullRequest> {
  const field = order?.field === 'UPDATED_AT' ? 'updatedAt' : 'createdAt';
  return {
    keyOf: (pull) => [pull[field], pull.number],
    isDescending: order?.direction === 'DESC',
  };
}
