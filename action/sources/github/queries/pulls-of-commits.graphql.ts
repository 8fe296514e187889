import { pullFields } from './pull-fields.graphql.ts';

/** Commits asked for, in full or shortened, and numbers that commits name. */
export interface AskedCommits {
  shas: readonly string[];
  numbers: readonly number[];
}

const fullSha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * Pull requests GitHub links to each commit, one alias a commit: `c0`, `c1`, … in the order given; and those named by
 * number, `p12`, whose number may be an issue's and then answers NOT_FOUND.
 */
export const pullsOfCommits = ({ shas, numbers }: AskedCommits) => /* GraphQL */ `
  query PullsOfCommits($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      ${[
        ...shas.map(
          (sha, at) =>
            `c${at}: object(${fullSha.test(sha) ? 'oid' : 'expression'}: ${JSON.stringify(sha)}) { ... on Commit { associatedPullRequests(first: 10) { totalCount nodes { ...PullFields } } } }`,
        ),
        ...numbers.map((number) => `p${number}: pullRequest(number: ${number}) { ...PullFields }`),
      ].join('\n      ')}
    }
  }
  ${pullFields}
`;
