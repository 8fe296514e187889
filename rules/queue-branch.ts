const githubQueue = /^gh-readonly-queue\/(?<target>.+)\/pr-\d+-[0-9a-f]{4,64}$/;
const otherQueues = /^(?:gh-readonly-queue|mergify\/merge-queue|trunk-merge)\/./;

/** A branch on which a merge queue tries what has not merged yet. `target`: where it will merge, where its name says so. */
export interface QueueBranch {
  target: string | null;
}

/** Null for any other branch. Known are the queues of GitHub, Mergify and Trunk. */
export function queueBranch(name: string): QueueBranch | null {
  const target = githubQueue.exec(name)?.groups?.['target'];
  if (target !== undefined) return { target };
  return otherQueues.test(name) ? { target: null } : null;
}
