import type { InputMaybe, IssueOrder } from '@octokit/graphql-schema';
import type { PullRequest } from '../state/pull-request.ts';
import type { Order } from './connection.ts';

/**
 * Order of pull requests, or of items that have one; without one by creation. The number settles ties.
 */
export function byIssueOrder<Item = PullRequest>(
  order: InputMaybe<IssueOrder> | undefined,
  pullOf: (item: Item) => PullRequest = (item) => item as PullRequest,
): Order<Item> {
  const field = order?.field === 'UPDATED_AT' ? 'updatedAt' : 'createdAt';
  return {
    keyOf: (item) => [pullOf(item)[field], pullOf(item).number],
    isDescending: order?.direction === 'DESC',
  };
}
