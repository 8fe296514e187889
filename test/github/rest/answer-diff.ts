import type { Answer } from '../http/answer.ts';
import type { IncomingRequest } from '../http/incoming-request.ts';
import type { GitHubState } from '../state/github-state.ts';
import type { MatchedRoute } from './handle-rest.ts';
import { requestedRepository } from './requested-repository.ts';
import { notFound } from './rest-error.ts';

/**
 * A pull request asked for in the media type of diffs; null for any other request. The state knows counts, not
 * contents: hunks are left out.
 */
export function answerDiff(
  state: GitHubState,
  webUrl: string,
  request: IncomingRequest,
  { operation, params }: Pick<MatchedRoute, 'operation' | 'params'>,
): Answer | null {
  const wanted = /application\/vnd\.github\.(?:v3\.)?diff/.test(request.headers['accept'] ?? '');
  if (!wanted || operation !== 'GET /repos/{owner}/{repo}/pulls/{pull_number}') return null;
  const { owner = '', repo = '', pull_number: number } = params;
  const whole = { ...request, state, webUrl, params: { owner, repo }, json: {}, apiVersion: '2022-11-28' };
  const pull = requestedRepository(whole).pulls.get(Number(number));
  if (pull === undefined) throw notFound();
  const body = pull.files.map(({ path }) => `diff --git a/${path} b/${path}\n`).join('');
  return { status: 200, headers: { 'content-type': 'application/vnd.github.diff; charset=utf-8' }, body };
}
