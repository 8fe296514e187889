import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { queueBranch } from '../../../rules/queue-branch.ts';
import { dateOfCommit } from './commit-dates.ts';
import { type Branch, refsBelow, shownNames } from './refs.ts';
import type { Git } from './run-git.ts';

/** What the refs of a clone say of its branches. */
interface Branches {
  git: Git;
  remote: string;
  /** Commits by branch, as the remote last showed them; where there are none, the local ones. */
  known: ReadonlyMap<string, string>;
  isPublished: boolean;
  /** The remote's default branch when it was asked last, in a bare clone HEAD; it may be gone or out of use by now. */
  declared: string | null;
  /** Null when HEAD is detached. */
  current: string | null;
}

interface Choice {
  name: string;
  /** What a reader should know about how it was chosen; null where that is plain. */
  doubt: string | null;
}

/** What default branches are called, the likeliest first. */
const usualNames = ['main', 'master', 'trunk'];

/** Names a default branch was given instead of an old one. */
const newNames: Readonly<Record<string, readonly string[]>> = { master: ['main', 'trunk'] };

const ofBots =
  /^(?:dependabot|renovate|mergify|changeset-release|snyk-\w+)\/|^release-please--|^(?:trying|gh-pages)$|\.tmp$/;

/** Nobody's base branch: a queue or a bot pushes to it. */
const isOfMachine = (name: string) => queueBranch(name) !== null || ofBots.test(name);

/** So far behind another usual name, a default branch is worth a question. */
const longBehindMs = 30 * 24 * 3_600_000;

/** Where a symbolic ref points, also to a branch that is gone; null for none, which git tells by its exit code. */
async function symbolicRef(git: Git, name: string): Promise<string | null> {
  try {
    return (await git.text(['symbolic-ref', '--quiet', name])).trim();
  } catch (error) {
    if (error instanceof ZenPulseError && error.code === 'git_failed') {
      const { status } = (error as ZenPulseError<'git_failed'>).data;
      if (status === 'exit code 1') return null;
    }
    throw error;
  }
}

/** What the remote named when it was asked last; a bare clone, also one with work trees, has it as its own HEAD. */
async function declaredBranch(git: Git, prefix: string): Promise<string | null> {
  const remoteHead = await symbolicRef(git, `${prefix}HEAD`);
  if (remoteHead !== null) return remoteHead.slice(prefix.length);
  const isBare = (await git.text(['config', '--type=bool', '--default=false', '--get', 'core.bare'])).trim();
  const head = isBare === 'true' ? await symbolicRef(git, 'main-worktree/HEAD') : null;
  return head && head.slice('refs/heads/'.length);
}

const hasCommits = async (git: Git, ...revisions: readonly string[]) =>
  (await git.text(['rev-list', '--count', '--max-count=1', ...revisions])).trim() !== '0';

/** How a branch lies to another: behind it, which holds all of it and work of its own; or long out of use. */
async function standing({ git, known }: Branches, name: string, other: string) {
  const [own = '', theirs = ''] = [known.get(name), known.get(other)];
  const isAhead = await hasCommits(git, '--no-merges', theirs, `^${own}`);
  if (isAhead && !(await hasCommits(git, own, `^${theirs}`))) return 'behind';
  const dates = await Promise.all([own, theirs].map((commit) => dateOfCommit(git, commit)));
  const [ownDate = 0, theirDate = 0] = dates.map((date) => Date.parse(date));
  return theirDate - ownDate > longBehindMs ? 'long behind' : null;
}

const askAgain = ({ remote, isPublished }: Branches) =>
  isPublished ? ` "git remote set-head ${remote} --auto" asks which it is.` : '';

/**
 * A default branch, or the one that took its place. After a rename the old name stays in every clone, and the new one
 * holds all of it. So does `develop` in git flow, ahead of a `main` that is right: only usual names are compared.
 */
async function unlessReplaced(branches: Branches, name: string): Promise<Choice> {
  for (const other of usualNames) {
    if (other === name || !branches.known.has(other)) continue;
    const found = await standing(branches, name, other);
    if (found === null) continue;
    const next = newNames[name]?.includes(other) && found === 'behind' ? other : name;
    const doubt = `As this clone knows it, the default branch is ${name}, but it is ${found} ${other}: ${next} was read; --base-branch reads another.${askAgain(branches)}`;
    return { name: next, doubt };
  }
  return { name, doubt: null };
}

/** The default branch where none is declared, as `actions/checkout` leaves a clone. */
async function guess(branches: Branches): Promise<Choice | null> {
  const { known, current, isPublished, remote } = branches;
  const usual = usualNames.filter((name) => known.has(name));
  const stands = current !== null && known.has(current) && !isOfMachine(current) ? current : null;
  if (usual[0] !== undefined) {
    if (stands === null || usual.includes(stands)) return unlessReplaced(branches, stands ?? usual[0]);
    const doubt = `${usual[0]} was read, not ${stands}, which is checked out; --base-branch reads another.`;
    return { name: usual[0], doubt };
  }
  const [only, ...more] = [...known.keys()].filter((name) => !isOfMachine(name));
  const name = stands ?? (more.length === 0 ? only : undefined);
  if (name === undefined) return null;
  const doubt = isPublished
    ? `This clone does not know the default branch of ${remote}: ${name} was read; --base-branch reads another. A clone of a single branch gets all by "git remote set-branches ${remote} '*'" and "git fetch".`
    : null;
  return { name, doubt };
}

async function defaultBranch(branches: Branches): Promise<Choice | null> {
  const { known, declared, current } = branches;
  const queued = current === null ? null : queueBranch(current);
  if (queued?.target && known.has(queued.target)) return { name: queued.target, doubt: null };
  if (declared === null) return guess(branches);
  if (known.has(declared)) return unlessReplaced(branches, declared);
  const choice = await guess(branches);
  const doubt = `The default branch of this clone, ${declared}, is not there any more: ${choice?.name} was read; --base-branch reads another.${askAgain(branches)}`;
  return choice && { name: choice.name, doubt };
}

/**
 * The base branch as its remote last showed it (`origin/main`), else the local one: what merged on GitHub is in the
 * former, a local branch may lag behind or run ahead.
 * @param name undefined: the default branch, whose choice may be in doubt
 * @throws ZenPulseError `branch_unknown`, `branch_undetermined`, `repository_empty`
 */
export async function findBaseBranch(
  git: Git,
  { key, remote }: { key: string; remote: string },
  name: string | undefined,
): Promise<Branch & { doubt: string | null }> {
  const prefix = `refs/remotes/${remote}/`;
  const [published, local] = await Promise.all([refsBelow(git, prefix), refsBelow(git, 'refs/heads/')]);
  published.delete('HEAD');
  const names = [...new Set([...published.keys(), ...local.keys()])];
  if (names.length === 0) throw new ZenPulseError('repository_empty', { path: git.path });
  const named = (chosen: string) => published.get(chosen) ?? local.get(chosen);
  const shown = names.slice(0, shownNames);

  if (name !== undefined) {
    const commit = named(name);
    if (commit) return { name, commit, doubt: null };
    throw new ZenPulseError('branch_unknown', { branch: name, repository: key, known: shown });
  }
  const [declared, current] = await Promise.all([
    declaredBranch(git, prefix),
    git.text(['branch', '--show-current']),
  ]);
  const choice = await defaultBranch({
    git,
    remote,
    known: published.size > 0 ? published : local,
    isPublished: published.size > 0,
    declared,
    current: current.trim() || null,
  });
  const commit = choice && named(choice.name);
  if (!choice || !commit) throw new ZenPulseError('branch_undetermined', { repository: key, known: shown });
  return { ...choice, commit };
}
