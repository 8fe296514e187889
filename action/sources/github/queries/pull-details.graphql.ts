/** One pull request, as somebody reads it. */
export const pullDetails = /* GraphQL */ `
  query PullDetails($owner: String!, $name: String!, $number: Int!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        number
        title
        body
        url
        mergedAt
        baseRefName
        additions
        deletions
        changedFiles
        author { __typename login }
        labels(first: 100) { nodes { name } }
      }
    }
  }
`;

/** Its files, without patches. */
export const pullFiles = /* GraphQL */ `
  query PullFiles($owner: String!, $name: String!, $number: Int!, $most: Int!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        files(first: $most) { totalCount nodes { path additions deletions changeType } }
      }
    }
  }
`;

/** Its commits, with their whole messages. */
export const pullCommits = /* GraphQL */ `
  query PullCommits($owner: String!, $name: String!, $number: Int!, $most: Int!) {
    repository(owner: $owner, name: $name) {
      pullRequest(number: $number) {
        commits(first: $most) {
          totalCount
          nodes { commit { oid message author { name user { login } } } }
        }
      }
    }
  }
`;
