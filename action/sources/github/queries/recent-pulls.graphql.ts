import { pullFields } from './pull-fields.graphql.ts';

/**
 * The merged pull requests updated last, of any base branch: those the index of commits does not know yet. Pages
 * after the first read the newest again, as in a date window.
 */
export const recentPulls = /* GraphQL */ `
  query RecentPulls($owner: String!, $name: String!, $pageSize: Int!, $after: String, $isLater: Boolean!) {
    repository(owner: $owner, name: $name) {
      page: pullRequests(
        states: MERGED, orderBy: { field: UPDATED_AT, direction: DESC }, first: $pageSize, after: $after
      ) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PullFields }
      }
      head: pullRequests(
        states: MERGED, orderBy: { field: UPDATED_AT, direction: DESC }, first: $pageSize
      ) @include(if: $isLater) {
        nodes { ...PullFields }
      }
    }
  }
  ${pullFields}
`;
