import { templateLines } from '../history/breaking-mark.ts';
import type { RepositoryContext } from './repository-context.ts';

/** What GitHub tells of a repository beside its changes. */
interface RepositoryFacts {
  nameWithOwner: string;
  pullRequestTemplates?: readonly { body: string | null }[] | null | undefined;
}

/**
 * The same repository, whose messages are read against the name it goes by now as well and against its templates. Apart
 * from the context, for a run that finds nothing reads no message.
 */
export const knownAs = (
  context: RepositoryContext,
  { nameWithOwner, pullRequestTemplates }: RepositoryFacts,
): RepositoryContext => ({
  ...context,
  messages: {
    names: [context.key, nameWithOwner],
    template: templateLines((pullRequestTemplates ?? []).map(({ body }) => body ?? '')),
  },
});
