import { GraphQLError } from 'graphql';

/** An error as GitHub words it in an answer with status 200; `type` stands beside the message there. */
export function githubError(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}
