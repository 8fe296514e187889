/** The rules file of a repository's default branch, and that of its owner's `.github` repository as the base. */
export const rulesFields = /* GraphQL */ `
  fragment RulesFields on Repository {
    rules: object(expression: "HEAD:.github/zenpulse.yml") {
      ... on Blob { text isTruncated }
    }
  }
`;
