/** What the graph of a window is drawn from. */
export const commitFields = /* GraphQL */ `
  fragment CommitFields on Commit {
    oid
    committedDate
    message
    author { name user { login } }
    parents(first: 10) { nodes { oid } }
  }
`;
