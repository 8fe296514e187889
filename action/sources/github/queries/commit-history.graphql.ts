import { commitFields } from './commit-fields.graphql.ts';

/** Everything a commit leads to, newest first. */
export const commitHistory = /* GraphQL */ `
  query CommitHistory($owner: String!, $name: String!, $oid: GitObjectID!, $pageSize: Int!, $after: String) {
    repository(owner: $owner, name: $name) {
      object(oid: $oid) {
        ... on Commit {
          history(first: $pageSize, after: $after) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes { ...CommitFields }
          }
        }
      }
    }
  }
  ${commitFields}
`;
