/** Open pull requests, with what may mark them for the next release. */
export const openPulls = /* GraphQL */ `
  query OpenPulls($owner: String!, $name: String!, $base: String, $pageSize: Int!, $after: String) {
    repository(owner: $owner, name: $name) {
      page: pullRequests(
        states: OPEN, baseRefName: $base, orderBy: { field: CREATED_AT, direction: ASC }, first: $pageSize, after: $after
      ) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          number
          title
          url
          author { __typename login }
          milestone { title }
          labels(first: 100) { totalCount nodes { name } }
        }
      }
    }
  }
`;
