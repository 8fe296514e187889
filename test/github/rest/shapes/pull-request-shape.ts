import { nodeId } from '../../graphql/node-id.ts';
import { numberOf, objectId } from '../../state/digest.ts';
import type { PullRequest } from '../../state/pull-request.ts';
import { nameWithOwner, type Repository } from '../../state/repository.ts';
import { repositoryShape } from './repository-shape.ts';
import type { Links, Schemas } from './schemas.ts';
import { authorShape, userShape } from './user-shape.ts';

type Simple = Schemas['pull-request-simple'];
type Whole = Schemas['pull-request'];

/** A pull request as lists show it. */
export function pullRequestShape(links: Links, repository: Repository, pull: PullRequest): Simple {
  const name = nameWithOwner(repository);
  const url = `${links.apiUrl}/repos/${name}/pulls/${pull.number}`;
  const issue = `${links.apiUrl}/repos/${name}/issues/${pull.number}`;
  const html = `${links.webUrl}/${name}/pull/${pull.number}`;
  const statuses = `${links.apiUrl}/repos/${name}/statuses/${pull.headOid}`;
  return {
    url,
    id: numberOf(html),
    node_id: nodeId('PR', name, pull.number),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${links.apiUrl}/repos/${name}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    number: pull.number,
    state: pull.state === 'OPEN' ? 'open' : 'closed',
    locked: false,
    draft: pull.isDraft,
    title: pull.title,
    user: authorShape(links, pull.author),
    body: pull.body === '' ? null : pull.body,
    labels: pull.labels.map((label) => labelShape(links, name, label)),
    milestone: pull.milestone === null ? null : milestoneShape(links, repository, pull.milestone),
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    // Of an open pull request it is a trial merge that no branch has.
    merge_commit_sha: pull.state === 'OPEN' ? objectId('trial', url, pull.headOid) : pull.mergeCommit,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: endShape(links, repository, pull.head, pull.headOid),
    base: endShape(links, repository, pull.base, repository.branches.get(pull.base) ?? pull.headOid),
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${links.apiUrl}/repos/${name}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: 'MEMBER',
    auto_merge: null,
  };
}

/** A pull request asked for by its number. */
export function wholePullRequestShape(links: Links, repository: Repository, pull: PullRequest): Whole {
  const user = authorShape(links, pull.author);
  const { head, base, labels, ...simple } = pullRequestShape(links, repository, pull);
  const owner = userShape(links, repository.owner, repository.ownerType);
  return {
    ...simple,
    state: pull.state === 'OPEN' ? 'open' : 'closed',
    user,
    labels,
    head: { ...head, user: owner },
    base: { ...base, user: owner },
    requested_teams: [],
    merged: pull.state === 'MERGED',
    mergeable: pull.state === 'OPEN' ? true : null,
    mergeable_state: pull.state === 'OPEN' ? 'clean' : 'unknown',
    merged_by: pull.mergedBy === null ? null : userShape(links, pull.mergedBy),
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: pull.commits.length,
    additions: pull.files.reduce((sum, { additions }) => sum + additions, 0),
    deletions: pull.files.reduce((sum, { deletions }) => sum + deletions, 0),
    changed_files: pull.files.length,
  };
}

function endShape(links: Links, repository: Repository, ref: string, sha: string): Simple['head'] {
  return {
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: userShape(links, repository.owner, repository.ownerType),
    repo: repositoryShape(links, repository),
  };
}

export function labelShape({ apiUrl }: Links, repository: string, name: string): Simple['labels'][number] {
  return {
    id: numberOf('label', name),
    node_id: nodeId('LA', name),
    url: `${apiUrl}/repos/${repository}/labels/${encodeURIComponent(name)}`,
    name,
    description: '',
    color: objectId(name).slice(0, 6),
    default: false,
  };
}

export function milestoneShape(
  links: Links,
  repository: Repository,
  title: string,
): NonNullable<Schemas['nullable-milestone']> {
  const name = nameWithOwner(repository);
  const number = repository.milestones.indexOf(title) + 1;
  const url = `${links.apiUrl}/repos/${name}/milestones/${number}`;
  return {
    url,
    html_url: `${links.webUrl}/${name}/milestone/${number}`,
    labels_url: `${url}/labels`,
    id: numberOf(url),
    node_id: nodeId('MI', name, number),
    number,
    state: 'open',
    title,
    description: null,
    creator: null,
    open_issues: 0,
    closed_issues: 0,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    closed_at: null,
    due_on: null,
  };
}
