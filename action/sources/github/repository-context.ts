import { repositoryFilePath } from '../../../contract/repository-file-path.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Reading } from '../source.ts';
import type { GitHubClient } from './github-client.ts';
import type { GraphqlError } from './read-graphql-answer.ts';

/** One repository on one GitHub, and how to ask it. */
export interface RepositoryContext {
  key: string;
  owner: string;
  name: string;
  client: GitHubClient;
  /** GraphQL page size; halved on a failure of GitHub's. */
  pageSize: number;
}

type RulesAnswer = { text?: string | null | undefined; isTruncated?: boolean | undefined } | null | undefined;

/** The rules in force: the organisation's as the base, the repository's own over them. */
export function rulesOf(
  { owner, name }: RepositoryContext,
  own: RulesAnswer,
  organization: RulesAnswer,
): Reading['rules'] {
  const asText = (answer: RulesAnswer, source: string) => {
    const why = answer?.isTruncated
      ? 'the file is too large'
      : answer?.text === null
        ? 'it is not text'
        : null;
    if (why !== null) throw new ZenPulseError('github_bad_answer', { what: source, why });
    return answer?.text ? [{ text: answer.text, source }] : [];
  };
  return [
    ...(name === '.github' ? [] : asText(organization, `${repositoryFilePath} of ${owner}/.github`)),
    ...asText(own, repositoryFilePath),
  ];
}

/**
 * The repository of an answer.
 * @throws ZenPulseError `github_forbidden` or `github_not_found` when GitHub gave none
 */
export function requireRepository<Repository>(
  key: string,
  repository: Repository | null,
  errors: readonly GraphqlError[],
): Repository {
  if (repository !== null) return repository;
  const forbidden = errors.find(({ type }) => type === 'FORBIDDEN');
  if (!forbidden) throw new ZenPulseError('github_not_found', { what: key });
  const permission = 'contents=read, pull_requests=read';
  throw new ZenPulseError('github_forbidden', { repository: key, permission, message: forbidden.message });
}

/** Errors beside the data that make it incomplete. A missing `.github` repository is an answer, not an error. */
export const gapsOf = (errors: readonly GraphqlError[]): string[] =>
  errors
    .filter(({ type, path }) => !(type === 'NOT_FOUND' && path.split('.')[0] === 'organization'))
    .map(({ path, message }) => `GitHub could not answer ${path || 'the query'} (${message})`);

/** What makes a reading incomplete, as a notice each; the same gap is told once. */
export const gapNotices = (key: string, gaps: readonly string[]) =>
  [...new Set(gaps)].map((gap) => ({ code: 'source_incomplete', text: `${key}: ${gap}.` }));
