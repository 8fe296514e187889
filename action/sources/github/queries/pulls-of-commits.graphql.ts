import { pullFields } from './pull-fields.graphql.ts';

/** A commit, and the pull request its message names. */
export interface AskedCommit {
  sha: string;
  number: number | null;
}

/**
 * Pull requests GitHub links to each commit, one alias a commit: `c0`, `c1`, … in the order given; and those the
 * commits name, `n0`, `n1`, …, whose number may be an issue's and then answers NOT_FOUND.
 */
export const pullsOfCommits = (commits: readonly AskedCommit[]) => /* GraphQL */ `
  query PullsOfCommits($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      ${commits
        .flatMap(({ sha, number }, at) => [
          `c${at}: object(oid: ${JSON.stringify(sha)}) { ... on Commit { associatedPullRequests(first: 10) { totalCount nodes { ...PullFields } } } }`,
          ...(number === null ? [] : [`n${at}: pullRequest(number: ${number}) { ...PullFields }`]),
        ])
        .join('\n      ')}
    }
  }
  ${pullFields}
`;
