import { nodeId } from '../../graphql/node-id.ts';
import { numberOf, objectId } from '../../state/digest.ts';
import { toInstant } from '../../state/instant.ts';
import { commitOf, nameWithOwner, type Repository } from '../../state/repository.ts';
import type { Workflow, WorkflowRun } from '../../state/workflow.ts';
import { repositoryShape } from './repository-shape.ts';
import type { Links, Schemas } from './schemas.ts';
import { userShape } from './user-shape.ts';

export function workflowShape(links: Links, repository: Repository, workflow: Workflow): Schemas['workflow'] {
  const name = nameWithOwner(repository);
  const file = workflow.path.split('/').at(-1) ?? '';
  return {
    id: workflow.id,
    node_id: nodeId('W', name, workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: 'active',
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    url: `${links.apiUrl}/repos/${name}/actions/workflows/${workflow.id}`,
    html_url: `${links.webUrl}/${name}/blob/${repository.defaultBranch}/${workflow.path}`,
    badge_url: `${links.webUrl}/${name}/actions/workflows/${file}/badge.svg`,
  };
}

/** Addresses of a run, as a dispatch answers them. */
export function runLinks({ apiUrl, webUrl }: Links, repository: Repository, run: WorkflowRun) {
  const name = nameWithOwner(repository);
  return {
    url: `${apiUrl}/repos/${name}/actions/runs/${run.id}`,
    html_url: `${webUrl}/${name}/actions/runs/${run.id}`,
  };
}

export function runShape(links: Links, repository: Repository, run: WorkflowRun): Schemas['workflow-run'] {
  const { url, html_url } = runLinks(links, repository, run);
  const head = commitOf(repository, run.headOid);
  const suite = numberOf('suite', url);
  const actor = userShape(links, run.actor);
  return {
    id: run.id,
    name: run.workflow.name,
    node_id: nodeId('WFR', nameWithOwner(repository), run.id),
    head_branch: run.ref,
    head_sha: run.headOid,
    path: run.workflow.path,
    run_number: run.runNumber,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.workflow.id,
    check_suite_id: suite,
    url,
    html_url,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.createdAt,
    actor,
    triggering_actor: actor,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${links.apiUrl}/repos/${nameWithOwner(repository)}/check-suites/${suite}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: workflowShape(links, repository, run.workflow).url,
    head_commit: {
      id: head.oid,
      tree_id: objectId('tree', head.oid, ''),
      message: head.message,
      timestamp: toInstant(head.committer.date),
      author: head.author,
      committer: head.committer,
    },
    repository: repositoryShape(links, repository),
    head_repository: repositoryShape(links, repository),
    display_title: run.displayTitle,
  };
}
