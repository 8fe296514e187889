import { rateLimits, type RateLimits } from './rate-limits.ts';
import type { HookDelivery } from '../webhooks/hook-delivery.ts';
import { toInstant } from './instant.ts';
import { nameWithOwner, type Repository } from './repository.ts';
import type { WorkflowRun } from './workflow.ts';

export interface AccessToken {
  /** Milliseconds of the clock; null never expires. */
  expiresAt: number | null;
}

/** All that the stand-in knows. Plain data: a test may change any of it between two requests. */
export interface GitHubState {
  /** The clock, in milliseconds since 1970. */
  now: () => number;
  /** By `owner/name` in lower case. */
  repositories: Map<string, Repository>;
  /** Former names of repositories, as `owner/name` in lower case, each with the name of today. */
  formerNames: Map<string, string>;
  /** How long commits of a merge stay without their pull request, and search without it, after the merge. */
  indexLagMs: number;
  /** Pull requests, as `owner/name#12`, that the index does not know yet whatever the clock says. */
  lagging: Set<string>;
  /** How long a started run is missing in lists of runs; by its id it is found at once. */
  runListLagMs: number;
  /** Tokens that are accepted; null: any, and none, as for public data. */
  tokens: Map<string, AccessToken> | null;
  /** Tokens made for the installation, oldest first. */
  issuedTokens: string[];
  limits: RateLimits;
  hookDeliveries: HookDelivery[];
  /** Hears of every run that a dispatch starts, as a runner does. */
  onDispatch: (repository: Repository, run: WorkflowRun) => void;
  /** Slug and ids of the GitHub App and of its one installation. */
  app: { id: number; slug: string; installationId: number };
  /** Login of whoever asks. */
  viewer: string;
}

export interface RepositoryOptions {
  isPrivate?: boolean;
  /** Default `main`. */
  defaultBranch?: string;
  /** Default `Organization`. */
  ownerType?: Repository['ownerType'];
}

/** An empty GitHub. */
export function createGitHubState(options: Partial<GitHubState> = {}): GitHubState {
  const { now = () => Date.now() } = options;
  return {
    now,
    repositories: new Map(),
    formerNames: new Map(),
    indexLagMs: 0,
    lagging: new Set(),
    runListLagMs: 0,
    tokens: null,
    issuedTokens: [],
    limits: rateLimits(5_000, now()),
    hookDeliveries: [],
    onDispatch: () => undefined,
    app: { id: 4_242, slug: 'zenpulse', installationId: 424_242 },
    viewer: 'octocat',
    ...options,
  };
}

/** Adds an empty repository; `name` is `owner/name`. */
export function addRepository(state: GitHubState, name: string, options: RepositoryOptions = {}): Repository {
  const [owner, short, ...rest] = name.split('/');
  if (!owner || !short || rest.length > 0) throw new Error(`'${name}' is not 'owner/name'`);
  const made: Repository = {
    id: 1_001 + state.repositories.size,
    owner,
    name: short,
    ownerType: options.ownerType ?? 'Organization',
    isPrivate: options.isPrivate ?? false,
    defaultBranch: options.defaultBranch ?? 'main',
    createdAt: toInstant(state.now()),
    commits: new Map(),
    branches: new Map(),
    renamedBranches: new Map(),
    tags: new Map(),
    releases: [],
    pulls: new Map(),
    milestones: [],
    runs: [],
    collaborators: new Map(),
  };
  state.repositories.set(nameWithOwner(made).toLowerCase(), made);
  return made;
}

/** Former names lead on, as GraphQL has it. */
export function findRepository(state: GitHubState, name: string): Repository | undefined {
  const asked = name.toLowerCase();
  return state.repositories.get(asked) ?? state.repositories.get(state.formerNames.get(asked) ?? '');
}

/** Renames a repository, or moves it to another owner. */
export function renameRepository(state: GitHubState, from: string, to: string): void {
  const repository = repositoryOf(state, from);
  const [owner = '', name = ''] = to.split('/');
  state.repositories.delete(nameWithOwner(repository).toLowerCase());
  Object.assign(repository, { owner, name });
  state.repositories.set(to.toLowerCase(), repository);
  state.formerNames.set(from.toLowerCase(), to.toLowerCase());
}

/** Throws when there is none of that name. */
export function repositoryOf(state: GitHubState, name: string): Repository {
  const found = findRepository(state, name);
  if (found === undefined) throw new Error(`the stand-in has no repository ${name}`);
  return found;
}
