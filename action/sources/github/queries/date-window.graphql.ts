import { commitFields } from './commit-fields.graphql.ts';
import { pullFields } from './pull-fields.graphql.ts';
import { rulesFields } from './rules-fields.graphql.ts';

/**
 * One page of a date window. The first carries the rules; every later one reads the newest again (`head`), since a
 * pull request updated during the walk jumps ahead of it; each carries a page of the branch's commits.
 */
export const dateWindow = /* GraphQL */ `
  query DateWindow(
    $owner: String!, $name: String!, $base: String, $branch: String!, $isDefault: Boolean!,
    $isFirst: Boolean!, $isLater: Boolean!, $withCommits: Boolean!,
    $pageSize: Int!, $after: String, $since: GitTimestamp!, $until: GitTimestamp!, $commitsAfter: String
  ) {
    repository(owner: $owner, name: $name) {
      nameWithOwner
      url
      isPrivate
      pullRequestTemplates @include(if: $isFirst) { body }
      defaultBranchRef { name }
      ...RulesFields @include(if: $isFirst)
      page: pullRequests(
        states: MERGED, baseRefName: $base, orderBy: { field: UPDATED_AT, direction: DESC },
        first: $pageSize, after: $after
      ) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...PullFields }
      }
      head: pullRequests(
        states: MERGED, baseRefName: $base, orderBy: { field: UPDATED_AT, direction: DESC }, first: $pageSize
      ) @include(if: $isLater) {
        nodes { ...PullFields }
      }
      defaultBranch: defaultBranchRef @include(if: $isDefault) { name ...BranchFields @include(if: $withCommits) }
      namedBranch: ref(qualifiedName: $branch) @skip(if: $isDefault) { name ...BranchFields @include(if: $withCommits) }
    }
    organization: repository(owner: $owner, name: ".github") @include(if: $isFirst) { ...RulesFields }
  }
  fragment BranchFields on Ref {
    target {
      ... on Commit {
        oid
        history(first: 100, since: $since, until: $until, after: $commitsAfter) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { ...CommitFields }
        }
      }
    }
  }
  ${pullFields}
  ${commitFields}
  ${rulesFields}
`;
