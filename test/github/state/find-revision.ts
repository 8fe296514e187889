import { type AnnotatedTag, commitOf, type Repository } from './repository.ts';

/** What a revision names: a commit, the object of an annotated tag, a file or a folder. */
export type GitObject =
  | { type: 'commit'; oid: string }
  | { type: 'tag'; tag: AnnotatedTag }
  | { type: 'blob'; path: string; text: string }
  | { type: 'tree'; path: string; commit: string };

const suffix = /^(.+?)(\^\{(?:commit)?\}|~\d*|\^\d*)$/;

/**
 * Reads a revision as `git rev-parse` does: `HEAD`, a branch, a tag, a full or shortened id, `refs/…`, each with
 * `~2`, `^2`, `^{}` or `:path` behind it. Undefined when it names nothing.
 */
export function findRevision(repository: Repository, expression: string): GitObject | undefined {
  const [, revision = expression, path] = /^([^:]*):(.*)$/s.exec(expression) ?? [];
  if (path !== undefined) {
    const commit = findCommit(repository, revision);
    return commit === undefined ? undefined : entryAt(repository, commit, path);
  }
  const [, inner, step] = suffix.exec(revision) ?? [];
  if (inner !== undefined && step !== undefined) {
    const commit = findCommit(repository, inner);
    const oid = commit === undefined ? undefined : follow(repository, commit, step);
    return oid === undefined ? undefined : { type: 'commit', oid };
  }
  return findTag(repository, revision) ?? findPlainCommit(repository, revision);
}

/** Id of the commit a revision names, annotated tags peeled. */
export function findCommit(repository: Repository, expression: string): string | undefined {
  const found = findRevision(repository, expression);
  if (found?.type === 'commit') return found.oid;
  return found?.type === 'tag' ? found.tag.commit : undefined;
}

function findTag(repository: Repository, name: string): GitObject | undefined {
  const short = name.replace(/^(?:refs\/)?tags\//, '');
  const byName = name.startsWith('refs/heads/') ? undefined : repository.tags.get(short);
  const tag = byName ?? [...repository.tags.values()].find(({ annotation }) => annotation?.oid === name);
  if (tag === undefined) return undefined;
  if (tag.annotation === null) return { type: 'commit', oid: tag.commit };
  return { type: 'tag', tag: { ...tag, annotation: tag.annotation } };
}

function findPlainCommit(repository: Repository, name: string): GitObject | undefined {
  const branch = name === 'HEAD' ? repository.defaultBranch : name.replace(/^(?:refs\/)?heads\//, '');
  const oid = repository.branches.get(branch) ?? findById(repository, name);
  return oid === undefined ? undefined : { type: 'commit', oid };
}

function findById(repository: Repository, name: string): string | undefined {
  if (!/^[0-9a-f]{7,40}$/.test(name)) return undefined;
  if (name.length === 40) return repository.commits.has(name) ? name : undefined;
  const matches = [...repository.commits.keys()].filter((oid) => oid.startsWith(name));
  return matches.length === 1 ? matches[0] : undefined;
}

function follow(repository: Repository, oid: string, step: string): string | undefined {
  if (step.startsWith('^{')) return oid;
  const count = Number(step.slice(1) || 1);
  if (step.startsWith('^')) return count === 0 ? oid : commitOf(repository, oid).parents[count - 1];
  let at: string | undefined = oid;
  for (let left = count; left > 0 && at !== undefined; left -= 1) at = commitOf(repository, at).parents[0];
  return at;
}

function entryAt(repository: Repository, commit: string, path: string): GitObject | undefined {
  const { tree } = commitOf(repository, commit);
  const clean = path.replaceAll(/^\/+|\/+$/g, '');
  const text = tree.get(clean);
  if (text !== undefined) return { type: 'blob', path: clean, text };
  const isFolder = clean === '' || [...tree.keys()].some((each) => each.startsWith(`${clean}/`));
  return isFolder ? { type: 'tree', path: clean, commit } : undefined;
}
