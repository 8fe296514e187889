import { GraphQLError } from 'graphql';

/** An error as GitHub words it in an answer with status 200; `type` stands beside the message there. */
export function githubError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** Something the schema has and the stand-in does not serve: a fault of the test, never an answer. */
export class NotServedError extends Error {
  constructor(what: string) {
    super(`The stand-in GitHub does not serve ${what}. Add it in test/github/graphql/nodes/.`);
    this.name = 'NotServedError';
  }
}
