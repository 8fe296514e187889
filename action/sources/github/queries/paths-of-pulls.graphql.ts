/** Changed paths of pull requests, one alias each: `p12`. */
export const pathsOfPulls = (pulls: readonly { number: number; after: string | null }[]) => /* GraphQL */ `
  query PathsOfPulls($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      ${pulls
        .map(
          ({ number, after }) =>
            `p${number}: pullRequest(number: ${number}) { files(first: 100${after === null ? '' : `, after: ${JSON.stringify(after)}`}) { totalCount pageInfo { hasNextPage endCursor } nodes { path } } }`,
        )
        .join('\n      ')}
    }
  }
`;
