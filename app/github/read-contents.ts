import type { z } from 'zod';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { branchShape, contentShape, pointerShape, pullsShape, tagsShape } from './answer-shapes.ts';
import type { GitHubPort, MergedPull } from './github-port.ts';
import { orNull, type RepositoryCalls } from './repository-calls.ts';

/** Tags of tags are rare, and a loop of them impossible; the bound is for answers that are wrong. */
const maxTagDepth = 5;

const textOf = (content: z.output<typeof contentShape>, path: string): string | null => {
  if (Array.isArray(content) || !('content' in content)) return null;
  if (content.encoding === 'base64') return Buffer.from(content.content, 'base64').toString('utf8');
  throw new ZenPulseError('github_bad_answer', {
    what: path,
    why: `the file comes with the encoding "${content.encoding}", as those over 1 MB do`,
  });
};

type Pull = z.output<typeof pullsShape>[number];

const mergedPull = ({ number, base, title, user, labels, updated_at }: Pull, mergedAt: Date): MergedPull => ({
  number,
  base: base.ref,
  title,
  author: user?.login ?? null,
  labels: labels.map(({ name }) => name),
  mergedAt,
  changedAt: updated_at,
});

/** What is in a repository: files, tags, branches, merges. */
export function readContents({
  get,
  list,
}: RepositoryCalls): Pick<GitHubPort, 'readFile' | 'peelTag' | 'listTags' | 'findBranch' | 'listMerged'> {
  return {
    async readFile(address, path) {
      const content = await orNull(get(address, 'contents/{path}', { path }, contentShape));
      return content && textOf(content, path);
    },

    async peelTag(address, tag) {
      const read = (path: string, parameters: Record<string, unknown>) =>
        orNull(get(address, path, parameters, pointerShape));
      let found = await read('git/ref/{ref}', { ref: `tags/${tag}` });
      for (let depth = 0; found?.object.type === 'tag' && depth < maxTagDepth; depth += 1)
        found = await read('git/tags/{tag_sha}', { tag_sha: found.object.sha });
      return found?.object.type === 'commit' ? found.object.sha : null;
    },

    async listTags(address) {
      const tags = await list(address, 'tags', {}, tagsShape);
      return tags.map(({ name, commit }) => ({ tag: name, commit: commit.sha }));
    },

    /** GitHub answers with a redirect where the branch was renamed; the client follows it. */
    async findBranch(address, branch) {
      const found = await orNull(get(address, 'branches/{branch}', { branch }, branchShape));
      return found && found.name;
    },

    /** One that is updated while the pages are walked may be missed: it is in the next walk, which starts before. */
    async listMerged(address, since) {
      const isOld = ({ updated_at }: Pull) => updated_at < since;
      const order = { state: 'closed', sort: 'updated', direction: 'desc' };
      const pulls = await list(address, 'pulls', order, pullsShape, (page) => page.some(isOld));
      const merged = pulls
        .filter((pull) => !isOld(pull))
        .flatMap((pull) => (pull.merged_at === null ? [] : [mergedPull(pull, pull.merged_at)]));
      // On two pages where others moved between them.
      return [...new Map(merged.map((pull) => [pull.number, pull])).values()];
    },
  };
}
