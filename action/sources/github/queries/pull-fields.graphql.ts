/** What a merged pull request is known by. The last commit tells a rebase merge from a squash. */
export const pullFields = /* GraphQL */ `
  fragment PullFields on PullRequest {
    number
    title
    url
    merged
    closed
    mergedAt
    updatedAt
    baseRefName
    baseRef { name }
    baseRepository { nameWithOwner }
    author { __typename login }
    labels(first: 100) { totalCount nodes { name } }
    mergeCommit {
      oid
      authoredDate
      committedDate
      message
      parents(first: 2) { totalCount }
    }
    commits(last: 1) {
      totalCount
      nodes { commit { oid authoredDate message } }
    }
  }
`;
