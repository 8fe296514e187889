import { NotServedError } from '../http/not-served-error.ts';
import type { GitHubState } from './github-state.ts';
import { isIndexed } from './pulls-by-commit.ts';
import type { PullRequest } from './pull-request.ts';
import { nameWithOwner, type Repository } from './repository.ts';

/** Search gives no more, however many it counts. */
const mostResults = 1_000;

export interface SearchResult {
  repository: Repository;
  pull: PullRequest;
}

/**
 * Searches pull requests by GitHub's qualifiers: `repo:`, `is:`, `base:`, `author:`, `label:`, `merged:` and
 * `updated:` with `>=`, `..` and their kind. Newest first; not-yet-indexed ones are missing.
 */
export function searchPulls(state: GitHubState, query: string): { total: number; found: SearchResult[] } {
  const terms = [...query.matchAll(/([a-z]+):("[^"]*"|\S+)/g)].map(([, name = '', value = '']) => ({
    name,
    value: value.replaceAll('"', ''),
  }));
  const all = [...state.repositories.values()].flatMap((repository) =>
    [...repository.pulls.values()].map((pull) => ({ repository, pull })),
  );
  const found = all
    .filter(({ repository, pull }) => isIndexed(state, repository, pull))
    .filter((result) => terms.every(({ name, value }) => matches(result, name, value)))
    .sort((a, b) => b.pull.createdAt.localeCompare(a.pull.createdAt) || b.pull.number - a.pull.number);
  return { total: found.length, found: found.slice(0, mostResults) };
}

function matches({ repository, pull }: SearchResult, name: string, value: string): boolean {
  switch (name) {
    case 'repo':
      return nameWithOwner(repository).toLowerCase() === value.toLowerCase();
    case 'is':
    case 'type':
      return (
        value === 'pr' || value === pull.state.toLowerCase() || (value === 'closed' && pull.closedAt !== null)
      );
    case 'base':
      return pull.base === value;
    case 'author':
      return pull.author === value;
    case 'label':
      return pull.labels.includes(value);
    case 'merged':
      return pull.mergedAt !== null && isWithin(pull.mergedAt, value);
    case 'updated':
      return isWithin(pull.updatedAt, value);
    case 'sort':
      return true;
    default:
      throw new NotServedError(`the search qualifier '${name}:'`);
  }
}

/** `>=2026-11-01`, `2026-11-01..2026-11-15`, `*..2026-11-15`; a day counts whole. */
function isWithin(instant: string, range: string): boolean {
  const [, sign = '', date = ''] = /^(>=|<=|>|<)?(.+)$/.exec(range) ?? [];
  const at = Date.parse(instant);
  const start = (text: string) => (text === '*' ? Number.NEGATIVE_INFINITY : Date.parse(text));
  const end = (text: string) => {
    if (text === '*') return Number.POSITIVE_INFINITY;
    return Date.parse(text) + (text.includes('T') ? 0 : 86_399_999);
  };
  if (sign === '>=') return at >= start(date);
  if (sign === '>') return at > end(date);
  if (sign === '<=') return at <= end(date);
  if (sign === '<') return at < start(date);
  const [from = '', to = from] = date.split('..');
  return at >= start(from) && at <= end(to);
}
