import { numberOf } from '../state/digest.ts';
import { nameWithOwner, type Repository } from '../state/repository.ts';
import type { WorkflowRun } from '../state/workflow.ts';

/**
 * What GitHub says about a run in its token. Ids are strings there. `sub` has had more than one form: it is for
 * people to read.
 */
export function claimsOfRun(repository: Repository, run: WorkflowRun): Record<string, string> {
  const name = nameWithOwner(repository);
  const isTag = repository.tags.has(run.ref) && !repository.branches.has(run.ref);
  const ref = `refs/${isTag ? 'tags' : 'heads'}/${run.ref}`;
  const workflowRef = `${name}/${run.workflow.path}@${ref}`;
  return {
    sub: `repo:${name}:ref:${ref}`,
    repository: name,
    repository_id: String(repository.id),
    repository_owner: repository.owner,
    repository_owner_id: String(numberOf('user', repository.owner)),
    repository_visibility: repository.isPrivate ? 'private' : 'public',
    run_id: String(run.id),
    run_number: String(run.runNumber),
    run_attempt: String(run.attempt),
    runner_environment: 'github-hosted',
    workflow: run.workflow.name,
    workflow_ref: workflowRef,
    workflow_sha: run.headOid,
    job_workflow_ref: workflowRef,
    job_workflow_sha: run.headOid,
    event_name: run.event,
    ref,
    ref_type: isTag ? 'tag' : 'branch',
    ref_protected: 'false',
    sha: run.headOid,
    actor: run.actor,
    actor_id: String(numberOf('user', run.actor)),
    base_ref: '',
    head_ref: '',
  };
}
