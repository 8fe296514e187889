import { z } from 'zod';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import {
  contentShape,
  deliveriesShape,
  pointerShape,
  pullsShape,
  repositoryShape,
  runShape,
  runsShape,
  tagsShape,
} from './answer-shapes.ts';
import type { CallLimits } from './call-policy.ts';
import { dispatchOnce } from './dispatch-once.ts';
import type { GitHubPort, RepositoryAddress, WorkflowRun } from './github-port.ts';
import { type RestCall, restCall, type RestEdges, restList } from './rest-client.ts';

/** Tags of tags are rare, and a loop of them impossible; the bound is for answers that are wrong. */
const maxTagDepth = 5;

async function orNull<Value>(promise: Promise<Value>): Promise<Value | null> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof ZenPulseError && error.code === 'github_not_found') return null;
    throw error;
  }
}

const named = ({ fullName }: RepositoryAddress) => {
  const [owner, repo] = fullName.split('/');
  return { owner, repo };
};

/** A call for one repository. */
const about = <Data>(
  address: RepositoryAddress,
  route: string,
  parameters: Record<string, unknown>,
  schema: z.ZodType<Data>,
): RestCall<Data> => ({
  installationId: address.installationId,
  route,
  parameters: { ...named(address), ...parameters },
  schema,
  subject: address.fullName,
});

const textOf = (content: z.output<typeof contentShape>, path: string): string | null => {
  if (Array.isArray(content) || !('content' in content)) return null;
  if (content.encoding === 'base64') return Buffer.from(content.content, 'base64').toString('utf8');
  throw new ZenPulseError('github_bad_answer', {
    what: path,
    why: `the file comes with the encoding "${content.encoding}", as those over 1 MB do`,
  });
};

/**
 * GitHub over Probot's clients, which hold the tokens.
 * @param edges `octokit` is `(id) => probot.auth(id)`
 */
export function createGitHubPort(edges: RestEdges, limits?: CallLimits): GitHubPort {
  const get = async <Data>(call: RestCall<Data>) => (await restCall(call, edges, limits)).data;

  const pointer = (address: RepositoryAddress, route: string, parameters: Record<string, unknown>) =>
    orNull(get(about(address, route, parameters, pointerShape)));

  return {
    async readFile(address, path) {
      const call = about(address, 'GET /repos/{owner}/{repo}/contents/{path}', { path }, contentShape);
      const content = await orNull(get(call));
      return content && textOf(content, path);
    },

    dispatchWorkflow(address, workflowFile, ref, inputs) {
      const parameters = { ...named(address), workflow_id: workflowFile, ref, inputs };
      return dispatchOnce(edges, address.installationId, parameters, limits);
    },

    async findRuns(address, workflowFile, requestId, since) {
      const call = about(
        address,
        'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
        {
          workflow_id: workflowFile,
          event: 'workflow_dispatch',
          created: `>=${since.toISOString().replace(/\.\d+Z$/, 'Z')}`,
        },
        runsShape.transform(({ workflow_runs }) => workflow_runs),
      );
      const runs = await orNull(restList(call, edges, limits));
      return (runs ?? [])
        .filter(({ title }) => title.includes(requestId))
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || Number(a.id) - Number(b.id))
        .map(({ title, createdAt, ...run }): WorkflowRun => run);
    },

    async getRun(address, runId) {
      const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
      const found = await orNull(get(about(address, route, { run_id: runId }, runShape)));
      if (!found) return null;
      const { title, createdAt, ...run } = found;
      return run;
    },

    async peelTag(address, tag) {
      let found = await pointer(address, 'GET /repos/{owner}/{repo}/git/ref/{ref}', { ref: `tags/${tag}` });
      for (let depth = 0; found?.object.type === 'tag' && depth < maxTagDepth; depth += 1) {
        const tag_sha = found.object.sha;
        found = await pointer(address, 'GET /repos/{owner}/{repo}/git/tags/{tag_sha}', { tag_sha });
      }
      return found?.object.type === 'commit' ? found.object.sha : null;
    },

    async listTags(address) {
      const tags = await restList(
        about(address, 'GET /repos/{owner}/{repo}/tags', {}, tagsShape),
        edges,
        limits,
      );
      return tags.map(({ name, commit }) => ({ tag: name, commit: commit.sha }));
    },

    /** One that is updated while the pages are walked may be missed: it is in the next walk, which starts before. */
    async listMerged(address, since) {
      const call = about(
        address,
        'GET /repos/{owner}/{repo}/pulls',
        { state: 'closed', sort: 'updated', direction: 'desc' },
        pullsShape,
      );
      const pulls = await restList(call, edges, limits, (page) =>
        page.some(({ updated_at }) => updated_at < since),
      );
      const merged = pulls.flatMap(({ number, base, title, user, labels, merged_at, updated_at }) =>
        merged_at === null || updated_at < since
          ? []
          : [
              {
                number,
                base: base.ref,
                title,
                author: user?.login ?? null,
                labels: labels.map(({ name }) => name),
                mergedAt: merged_at,
                changedAt: updated_at,
              },
            ],
      );
      return [...new Map(merged.map((pull) => [pull.number, pull])).values()];
    },

    async getRepository(installationId, repositoryId) {
      const repository = await orNull(
        get({
          installationId,
          // By its id, as GitHub's own links do: it survives renames.
          route: 'GET /repositories/{repository_id}',
          parameters: { repository_id: repositoryId },
          schema: repositoryShape,
          subject: `repository ${repositoryId}`,
        }),
      );
      return (
        repository && {
          id: repository.id,
          fullName: repository.full_name,
          defaultBranch: repository.default_branch,
        }
      );
    },

    async listDeliveries(since) {
      const deliveries = await restList(
        {
          installationId: null,
          route: 'GET /app/hook/deliveries',
          parameters: { status: 'failure' },
          schema: deliveriesShape,
          subject: "the App's deliveries",
        },
        edges,
        limits,
        (page) => page.some(({ delivered_at }) => delivered_at < since),
      );
      return deliveries
        .filter(({ delivered_at }) => delivered_at >= since)
        .map(({ id, guid, delivered_at, status_code }) => ({
          id,
          guid,
          deliveredAt: delivered_at,
          statusCode: status_code,
        }));
    },

    async redeliver(deliveryId) {
      await get({
        installationId: null,
        route: 'POST /app/hook/deliveries/{delivery_id}/attempts',
        parameters: { delivery_id: deliveryId },
        schema: z.unknown(),
        subject: `delivery ${deliveryId}`,
      });
    },
  };
}
