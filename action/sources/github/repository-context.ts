import { repositoryFilePath } from '../../../contract/repository-file-path.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { strayNotices } from '../../../rules/stray-rules.ts';
import type { MessageContext } from '../history/describe-message.ts';
import type { Reading } from '../source.ts';
import type { RulesHolder } from './answers.ts';
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
  messages: MessageContext;
}

/** The rules in force, and notices on what looks like rules. */
export type RulesFound = Pick<Reading, 'rules' | 'notices'>;

function textOf({ rules }: RulesHolder, source: string): string | null {
  const why = rules?.isTruncated ? 'the file is too large' : rules?.text === null ? 'it is not text' : null;
  if (why !== null) throw new ZenPulseError('github_bad_answer', { what: source, why });
  return rules?.text || null;
}

const pathsOf = ({ top, folder }: RulesHolder) => [
  ...(top?.entries ?? []).map(({ name }) => name),
  ...(folder?.entries ?? []).map(({ name }) => `.github/${name}`),
];

/** The rules in force: the organisation's as the base, the repository's own over them. */
export function rulesOf(
  { owner, name, key }: RepositoryContext,
  own: RulesHolder,
  organization: RulesHolder | null | undefined,
): RulesFound {
  const shared = `${owner}/.github`;
  const sharedSource = `${repositoryFilePath} of ${shared}`;
  const base = name === '.github' || !organization ? null : organization;
  const baseText = base && textOf(base, sharedSource);
  const text = textOf(own, repositoryFilePath);
  return {
    rules: [
      ...(baseText === null ? [] : [{ text: baseText, source: sharedSource, isShared: true }]),
      ...(text === null ? [] : [{ text, source: repositoryFilePath }]),
    ],
    notices: [...(base ? strayNotices(shared, pathsOf(base)) : []), ...strayNotices(key, pathsOf(own))],
  };
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
