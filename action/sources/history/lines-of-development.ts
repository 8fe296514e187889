/** A commit as far as the graph is drawn from it. */
export interface GraphCommit {
  sha: string;
  parents: readonly string[];
}

/**
 * A line of development: a chain of first parents. The main line ends at the tip; every other ends at a further
 * parent of the merge that brought it, and starts where it left a line that was there before.
 */
export interface Line<Commit extends GraphCommit> {
  /** The merge that brought this line into another; null for the main line. */
  mergedBy: Commit | null;
  /** The line `mergedBy` lies on; null for the main line. */
  into: Line<Commit> | null;
  /** Newest first. */
  commits: Commit[];
}

/**
 * Cuts a range of history into lines, the main line first. Every commit is on exactly one line, and a line is
 * walked to its end before those it merged: so the commits of a branch are its own, not its base's. Time is
 * linear in the number of commits.
 */
export function linesOfDevelopment<Commit extends GraphCommit>(
  commits: ReadonlyMap<string, Commit>,
  tip: string,
): Line<Commit>[] {
  const taken = new Set<string>();
  const lines: Line<Commit>[] = [];
  const starts: { sha: string; mergedBy: Commit | null; into: Line<Commit> | null }[] = [
    { sha: tip, mergedBy: null, into: null },
  ];
  for (const { sha, mergedBy, into } of starts) {
    const line: Line<Commit> = { mergedBy, into, commits: [] };
    for (let at = commits.get(sha); at && !taken.has(at.sha); at = commits.get(at.parents[0] ?? '')) {
      taken.add(at.sha);
      line.commits.push(at);
      for (const parent of at.parents.slice(1)) starts.push({ sha: parent, mergedBy: at, into: line });
    }
    if (line.commits.length > 0) lines.push(line);
  }
  return lines;
}
