import type { ChildProcess } from 'node:child_process';
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

/**
 * Plays GitHub's runner for one run of a workflow of ours: job after job as its file says, each step that uses an action
 * as a process of its own, outputs handed on. An identity token is to be had where the permissions say so.
 */
export async function playWorkflow(edges: PlayEdges, repository: Repository, run: WorkflowRun) {
  const { github, artifacts, signal } = edges;
  const name = nameWithOwner(repository);
  const text = commitOf(repository, run.headOid).tree.get(run.workflow.path) ?? '';
  const { jobs } = parse(text) as { jobs: Readonly<Record<string, Job>> };
  const event = {
    inputs: run.inputs,
    repository: { default_branch: repository.defaultBranch, private: repository.isPrivate },
  };
  const kill = (child: ChildProcess) => () => child.kill('SIGKILL');
  const needs: Values = {};
  run.status = 'in_progress';
  for (const [job, { steps, outputs, permissions }] of Object.entries(jobs)) {
    const known: Values = { github: { repository: name, token: 'token-of-the-job' }, inputs: { ...run.inputs }, needs };
    const stepOutputs: Values = {};
    let result = 'success';
    for (const [at, step] of steps.entries()) {
      signal.throwIfAborted();
      const action = folderOf(step.uses);
      const folder = join(edges.folder, `${run.id}-${job}-${at}`);
      await mkdir(folder, { recursive: true });
      const startedAt = performance.now();
      const ended = await runAction({
        folder,
        entry: action === '' ? 'action' : 'report-back',
        repository: name,
        inputs: { ...filled(await defaultsOf(action), known), ...filled(step.with, known) },
        apiUrl: github.apiUrl,
        graphqlUrl: github.graphqlUrl,
        artifacts,
        event,
        eventName: run.event,
        runId: run.id,
        ...(permissions?.['id-token'] === 'write' && { idTokenUrl: github.oidc.requestUrl(name, run.id) }),
        onStart: (child) => signal.addEventListener('abort', kill(child), { once: true }),
      });
      signal.throwIfAborted();
      if (step.id !== undefined) stepOutputs[step.id] = { outputs: ended.outputs };
      edges.onJobEnd({ name: job, run: ended, tookMs: performance.now() - startedAt });
      if (ended.code === 0) continue;
      result = 'failure';
      break;
    }
    needs[job] = { result, outputs: filled(outputs, { ...known, steps: stepOutputs }) };
    run.conclusion = result === 'success' && run.conclusion !== 'failure' ? 'success' : 'failure';
  }
  run.status = 'completed';
}
