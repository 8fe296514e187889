/** A pull request, and where its list of files goes on. */
export interface AskedPaths {
  number: number;
  after: string | null;
}

/** Changed paths of pull requests, one alias each: `p12`. Of a renamed file GraphQL knows only the new path. */
export const pathsOfPulls = (pulls: readonly AskedPaths[]) => /* GraphQL */ `
  query PathsOfPulls($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      ${pulls
        .map(
          ({ number, after }) =>
            `p${number}: pullRequest(number: ${number}) { files(first: 100${after === null ? '' : `, after: ${JSON.stringify(after)}`}) { totalCount pageInfo { hasNextPage endCursor } nodes { path changeType } } }`,
        )
        .join('\n      ')}
    }
  }
`;
