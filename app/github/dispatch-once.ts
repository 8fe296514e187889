import { attemptOnce, type CallLimits } from '../../calls/call-policy.ts';
import { failedAnswer } from '../../calls/failed-answer.ts';
import { rateFloorMs, rateLimitOf } from '../../calls/rate-limit.ts';
import { startedShape } from './answer-shapes.ts';
import { callLimits } from './call-limits.ts';
import type { DispatchAnswer } from './github-port.ts';
import { clientFor, requestParameters, type RestEdges } from './rest-client.ts';

const path = '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';

/** Makes the request. With 200 GitHub tells the run, with 204 it does not. */
async function post(
  edges: RestEdges,
  installationId: string,
  parameters: Record<string, unknown>,
  { signal, renewToken }: { signal: AbortSignal; renewToken: boolean },
): Promise<DispatchAnswer> {
  const client = await clientFor(edges, installationId, renewToken);
  const { data } = await client.request(`POST ${path}`, {
    ...parameters,
    return_run_details: true,
    ...requestParameters(signal),
  });
  const run = startedShape.safeParse(data);
  return run.success
    ? { kind: 'started', runId: run.data.workflow_run_id, runUrl: run.data.html_url }
    : { kind: 'started', runId: null, runUrl: null };
}

/** What a dispatch that threw means. `token`: GitHub did not even look at it. */
function answerOf(thrown: unknown, now: Date): DispatchAnswer | 'token' {
  const answer = failedAnswer(thrown);
  if (answer === null)
    return { kind: 'unclear', cause: thrown instanceof Error ? thrown.message : String(thrown) };
  const { status, message } = answer;
  const limit = rateLimitOf(answer, now);
  if (limit) return { kind: 'later', at: limit.retryAt ?? new Date(now.getTime() + rateFloorMs) };
  if (status === 401) return 'token';
  // A request that timed out half-way is a 408; a gateway's answers tell nothing of what is behind it.
  if (status >= 500 || status === 408) return { kind: 'unclear', cause: `GitHub answered ${status}` };
  return { kind: 'refused', status, message };
}

/**
 * Starts a workflow with one POST. Only one that GitHub refused for its token is made again, once: it had no effect.
 * @param parameters owner, repo, workflow_id, ref and inputs
 */
export async function dispatchOnce(
  edges: RestEdges,
  installationId: string,
  parameters: Record<string, unknown>,
  limits: CallLimits = callLimits,
): Promise<DispatchAnswer> {
  for (const renewToken of [false, true]) {
    try {
      return await attemptOnce(
        (context) => post(edges, installationId, parameters, context),
        { failures: 0, renewToken },
        limits,
      );
    } catch (thrown) {
      const answer = answerOf(thrown, edges.clock());
      if (answer !== 'token') return answer;
    }
  }
  return { kind: 'refused', status: 401, message: 'GitHub refuses the token of the installation' };
}
