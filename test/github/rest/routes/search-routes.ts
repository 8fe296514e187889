import { nodeId } from '../../graphql/node-id.ts';
import { numberOf } from '../../state/digest.ts';
import { nameWithOwner } from '../../state/repository.ts';
import { type SearchResult, searchPulls } from '../../state/search-pulls.ts';
import { paginate } from '../paginate.ts';
import { RestError } from '../rest-error.ts';
import { type RestRequest, route } from '../route.ts';
import { labelShape, milestoneShape } from '../shapes/pull-request-shape.ts';
import type { Schemas } from '../shapes/schemas.ts';
import { authorShape } from '../shapes/user-shape.ts';

/** Search gives 1,000 results, asking for what lies behind them is refused. */
export const searchRoutes = [
  route('get', '/search/issues', (request) => {
    const query = request.query.get('q');
    if (query === null) throw new RestError(422, 'Validation Failed');
    const { total, found } = searchPulls(request.state, query);
    const { items, headers, page } = paginate(request, found);
    if (items.length === 0 && page > 1 && total > found.length) {
      throw new RestError(422, 'Only the first 1000 search results are available');
    }
    return {
      status: 200,
      headers,
      body: {
        total_count: total,
        incomplete_results: false,
        search_type: 'lexical' as const,
        items: items.map((result) => resultShape(request, result)),
      },
    };
  }),
];

function resultShape(
  request: RestRequest,
  { repository, pull }: SearchResult,
): Schemas['issue-search-result-item'] {
  const name = nameWithOwner(repository);
  const repositoryUrl = `${request.apiUrl}/repos/${name}`;
  const url = `${repositoryUrl}/issues/${pull.number}`;
  const html = `${request.webUrl}/${name}/pull/${pull.number}`;
  return {
    url,
    repository_url: repositoryUrl,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: numberOf(html),
    node_id: nodeId('PR', name, pull.number),
    number: pull.number,
    title: pull.title,
    body: pull.body,
    locked: false,
    user: authorShape(request, pull.author),
    labels: pull.labels.map((label) => labelShape(request, name, label)),
    state: pull.state === 'OPEN' ? 'open' : 'closed',
    assignee: null,
    milestone: pull.milestone === null ? null : milestoneShape(request, repository, pull.milestone),
    comments: 0,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    pull_request: {
      url: `${repositoryUrl}/pulls/${pull.number}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: pull.mergedAt,
    },
    score: 1,
    author_association: 'MEMBER',
  };
}
