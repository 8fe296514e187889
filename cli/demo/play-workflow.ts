import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { GitHubServer } from '../../test/github/github-server.ts';
import { commitOf, nameWithOwner, type Repository } from '../../test/github/state/repository.ts';
import type { WorkflowRun } from '../../test/github/state/workflow.ts';
import type { ArtifactService } from '../../test/runner/artifact-service.ts';
import { type ActionRun, runAction } from '../../test/runner/run-action.ts';
import { fillExpressions, type Values } from './fill-expressions.ts';

type Texts = Readonly<Record<string, unknown>>;

interface Job {
  permissions?: Texts;
  outputs?: Texts;
  steps: { id?: string; uses: string; with?: Texts }[];
}

interface ActionFile {
  inputs: Readonly<Record<string, { default?: unknown }>>;
}

export interface EndedJob {
  name: string;
  run: ActionRun;
  tookMs: number;
}

export interface PlayEdges {
  github: GitHubServer;
  artifacts: ArtifactService;
  /** For the files of the runner. */
  folder: string;
  /** Ends the run's processes. */
  signal: AbortSignal;
  onJobEnd: (job: EndedJob) => void;
}

const root = join(import.meta.dirname, '..', '..');

const filled = (texts: Texts | undefined, values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts ?? {}).map(([name, value]) => [name, fillExpressions(String(value), values)]),
  );

/** `zenpulse/zenpulse/action/report-back@v1`: the folder behind the repository, empty for the action itself. */
const folderOf = (uses: string) => uses.replace(/@.*$/, '').split('/').slice(2).join('/');

async function defaultsOf(folder: string): Promise<Texts> {
  const { inputs } = parse(await readFile(join(root, folder, 'action.yml'), 'utf8')) as ActionFile;
  const withDefault = Object.entries(inputs).filter(([, input]) => input.default !== undefined);
  return Object.fromEntries(withDefault.map(([name, input]) => [name, input.default]));
}

interface PlayedRun {
  repository: Repository;
  run: WorkflowRun;
  job: { name: string } & Job;
  known: Values;
}

/** Runs the steps of a job up to the first that fails. @returns the job as `needs` shows it to later ones */
async function playJob(edges: PlayEdges, { repository, run, job, known }: PlayedRun): Promise<Values> {
  const { github, artifacts, signal } = edges;
  const name = nameWithOwner(repository);
  const mayIdentify = job.permissions?.['id-token'] === 'write';
  const steps: Values = {};
  const end = (result: string) => ({ result, outputs: filled(job.outputs, { ...known, steps }) });
  for (const [at, step] of job.steps.entries()) {
    const action = folderOf(step.uses);
    const folder = join(edges.folder, `${run.id}-${job.name}-${at}`);
    await mkdir(folder, { recursive: true });
    const inputs = { ...filled(await defaultsOf(action), known), ...filled(step.with, known) };
    signal.throwIfAborted();
    const startedAt = performance.now();
    const ended = await runAction({
      folder,
      entry: action === '' ? 'action' : 'report-back',
      repository: name,
      inputs,
      apiUrl: github.apiUrl,
      graphqlUrl: github.graphqlUrl,
      artifacts,
      event: {
        inputs: run.inputs,
        repository: { default_branch: repository.defaultBranch, private: repository.isPrivate },
      },
      eventName: run.event,
      runId: run.id,
      ...(mayIdentify && { idTokenUrl: github.oidc.requestUrl(name, run.id) }),
      onStart: (child) => signal.addEventListener('abort', () => child.kill('SIGKILL'), { once: true }),
    });
    signal.throwIfAborted();
    if (step.id !== undefined) steps[step.id] = { outputs: ended.outputs };
    edges.onJobEnd({ name: job.name, run: ended, tookMs: performance.now() - startedAt });
    if (ended.code !== 0) return end('failure');
  }
  return end('success');
}

/**
 * Plays GitHub's runner for one run of a workflow of ours: job after job as its file says, each step that uses an action
 * as a process of its own, outputs handed on. An identity token is to be had where the permissions say so.
 */
export async function playWorkflow(
  edges: PlayEdges,
  repository: Repository,
  run: WorkflowRun,
): Promise<void> {
  const text = commitOf(repository, run.headOid).tree.get(run.workflow.path) ?? '';
  const { jobs } = parse(text) as { jobs: Readonly<Record<string, Job>> };
  const needs: Values = {};
  const github = { repository: nameWithOwner(repository), token: 'token-of-the-job' };
  const known: Values = { github, inputs: { ...run.inputs }, needs };
  run.status = 'in_progress';
  for (const [name, job] of Object.entries(jobs))
    needs[name] = await playJob(edges, { repository, run, job: { ...job, name }, known });
  const hasFailed = Object.values(needs).some(
    (job) => typeof job === 'object' && job['result'] === 'failure',
  );
  Object.assign(run, { status: 'completed', conclusion: hasFailed ? 'failure' : 'success' });
}
