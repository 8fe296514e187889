import { compareCommits } from '../../state/compare-commits.ts';
import { findCommit } from '../../state/find-revision.ts';
import { nameWithOwner } from '../../state/repository.ts';
import { paginate } from '../paginate.ts';
import { requestedRepository } from '../requested-repository.ts';
import { notFound, RestError } from '../rest-error.ts';
import { route } from '../route.ts';
import { commitShape, fileShape } from '../shapes/commit-shape.ts';

/** Limits as GitHub documents them for "Compare two commits". */
const unpagedCommits = 250;
const mostFiles = 300;

/**
 * Oldest first. Without `page` or `per_page` the newest 250 commits of the range; with either, pages of at most 100
 * whose count `total_commits` tells. The files are on page 1 only, 300 at most.
 */
export const compareRoutes = [
  route('get', '/repos/{owner}/{repo}/compare/{basehead}', (request) => {
    const repository = requestedRepository(request);
    const [, base, head] = /^(.+?)\.\.\.(.+)$/.exec(request.params.basehead) ?? [];
    if (base === undefined || head === undefined) throw notFound();
    const baseOid = findCommit(repository, base);
    const headOid = findCommit(repository, head);
    if (baseOid === undefined || headOid === undefined) throw notFound();
    const compared = compareCommits(repository, baseOid, headOid);
    if (compared === null) throw new RestError(404, `No common ancestor between ${base} and ${head}.`);

    const isPaged = request.query.has('page') || request.query.has('per_page');
    const { items, headers, page } = isPaged
      ? paginate(request, compared.commits)
      : { items: compared.commits.slice(-unpagedCommits), headers: {}, page: 1 };
    const name = nameWithOwner(repository);
    const web = `${request.webUrl}/${name}/compare/${base}...${head}`;
    const files = page > 1 ? [] : compared.files.slice(0, mostFiles);
    return {
      status: 200,
      headers,
      body: {
        url: `${request.apiUrl}/repos/${name}/compare/${base}...${head}`,
        html_url: web,
        permalink_url: `${request.webUrl}/${name}/compare/${baseOid}...${headOid}`,
        diff_url: `${web}.diff`,
        patch_url: `${web}.patch`,
        base_commit: commitShape(request, repository, compared.base),
        merge_base_commit: commitShape(request, repository, compared.mergeBase),
        status: compared.status,
        ahead_by: compared.commits.length,
        behind_by: compared.behindBy,
        total_commits: compared.commits.length,
        commits: items.map((commit) => commitShape(request, repository, commit)),
        ...(page > 1 ? {} : { files: files.map((file) => fileShape(request, repository, headOid, file)) }),
      },
    };
  }),
];
