/** The files of a commit: path to text. */
export type FileTree = ReadonlyMap<string, string>;

/** What turns one tree into another: path to new text, or to null for a removed file. */
export type FileChanges = ReadonlyMap<string, string | null>;

export const emptyTree: FileTree = new Map();

export function changesBetween(before: FileTree, after: FileTree): FileChanges {
  const changes = new Map<string, string | null>();
  for (const path of before.keys()) if (!after.has(path)) changes.set(path, null);
  for (const [path, text] of after) if (before.get(path) !== text) changes.set(path, text);
  return changes;
}

export function applyChanges(tree: FileTree, changes: FileChanges): FileTree {
  const files = new Map(tree);
  for (const [path, text] of changes) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  return files;
}

/**
 * Merges like git for files nobody changed twice: what the other side changed since the base is taken over.
 * Where both changed a file the other side wins; stories about ranges do not need conflicts.
 */
export function mergeTrees(base: FileTree, ours: FileTree, theirs: FileTree): FileTree {
  return applyChanges(ours, changesBetween(base, theirs));
}
