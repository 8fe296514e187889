import { pullFields } from './pull-fields.graphql.ts';

/** Pull requests GitHub links to each commit, one alias a commit: `c0`, `c1`, … in the order of `oids`. */
export const pullsOfCommits = (oids: readonly string[]) => /* GraphQL */ `
  query PullsOfCommits($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      ${oids
        .map(
          (oid, at) =>
            `c${at}: object(oid: ${JSON.stringify(oid)}) { ... on Commit { associatedPullRequests(first: 10) { totalCount nodes { ...PullFields } } } }`,
        )
        .join('\n      ')}
    }
  }
  ${pullFields}
`;
