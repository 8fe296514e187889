/** The rules file of a repository's default branch, and the names beside which it may have been put. */
export const rulesFields = /* GraphQL */ `
  fragment RulesFields on Repository {
    rules: object(expression: "HEAD:.github/zenpulse.yml") {
      ... on Blob { text isTruncated }
    }
    top: object(expression: "HEAD:") { ... on Tree { entries { name } } }
    folder: object(expression: "HEAD:.github") { ... on Tree { entries { name } } }
  }
`;
