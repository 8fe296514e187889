import { pullFields } from './pull-fields.graphql.ts';

/** Pull requests by number, one alias each: `p12`. A number that is none answers NOT_FOUND on its alias. */
export const pullsByNumber = (numbers: readonly number[]) => /* GraphQL */ `
  query PullsByNumber($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      ${numbers.map((number) => `p${number}: pullRequest(number: ${number}) { ...PullFields }`).join('\n      ')}
    }
  }
  ${pullFields}
`;
