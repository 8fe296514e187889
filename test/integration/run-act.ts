import { spawn } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runGit } from '../git/run-git.ts';
import { freePort } from '../github/http/free-port.ts';
import type { GitHubServer } from '../github/github-server.ts';
import { startArtifactBridge } from './artifact-bridge.ts';
import { commitOf, nameWithOwner, type Repository } from '../github/state/repository.ts';
import type { WorkflowRun } from '../github/state/workflow.ts';

export interface ActOptions {
  /** The program. */
  binary: string;
  github: GitHubServer;
  repository: Repository;
  run: WorkflowRun;
  /** Empty; everything act writes lands in it. */
  folder: string;
  /** Told of the process as soon as it runs, so that nothing outlives a test. */
  onStart: (kill: () => void) => void;
}

export interface ActRun {
  code: number | null;
  /** The log, errors with it. */
  output: string;
  /** Where the artifacts of the run lie. */
  artifacts: string;
}

const root = path.resolve(import.meta.dirname, '..', '..');

/** What a release of ours holds of the actions: as GitHub fetches them, without packages or sources. */
async function writeRelease(folder: string): Promise<void> {
  for (const name of ['action.yml', 'action/report-back/action.yml', 'dist/action', 'dist/report-back'])
    await cp(path.join(root, name), path.join(folder, name), { recursive: true });
}

/** A checkout that holds only the workflow, with an origin act reads the repository's name from. */
async function writeCheckout(folder: string, repository: Repository, run: WorkflowRun): Promise<void> {
  const file = path.join(folder, run.workflow.path);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, commitOf(repository, run.headOid).tree.get(run.workflow.path) ?? '');
  await runGit(folder, 'init', '--quiet', `--initial-branch=${run.ref}`);
  await runGit(folder, 'remote', 'add', 'origin', `https://github.com/${nameWithOwner(repository)}.git`);
  await runGit(folder, 'add', '.');
  await runGit(folder, 'commit', '--quiet', '--message', 'Workflow');
}

/**
 * Runs a dispatched workflow with act on this machine, without containers, its actions taken from this checkout. The
 * jobs reach the stand-in as their GitHub, and act's own server for artifacts. Nothing is fetched.
 */
export async function runAct({
  binary,
  github,
  repository,
  run,
  folder,
  onStart,
}: ActOptions): Promise<ActRun> {
  const at = (name: string) => path.join(folder, name);
  const artifacts = at('artifacts');
  for (const name of ['checkout', 'artifacts', 'home', 'config/act', 'cache', 'temp'])
    await mkdir(at(name), { recursive: true });
  await writeRelease(at('release'));
  await writeCheckout(at('checkout'), repository, run);
  // Without it act asks which images it may download.
  await writeFile(at('config/act/actrc'), '');
  const event = {
    inputs: run.inputs,
    repository: {
      default_branch: repository.defaultBranch,
      full_name: nameWithOwner(repository),
      private: repository.isPrivate,
    },
  };
  await writeFile(at('event.json'), JSON.stringify(event));
  const environment = {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_REPOSITORY: nameWithOwner(repository),
  };
  const artifactPort = await freePort();
  const bridge = await startArtifactBridge(artifactPort);
  const flags = [
    ['--directory', at('checkout')],
    ['--workflows', run.workflow.path],
    ['--eventpath', at('event.json')],
    ['--platform', 'ubuntu-latest=-self-hosted'],
    ['--local-repository', `zenpulse/zenpulse@v0.1.0=${at('release')}`],
    ['--action-cache-path', at('cache')],
    ['--artifact-server-path', artifacts],
    ['--artifact-server-addr', '127.0.0.1'],
    ['--artifact-server-port', String(artifactPort)],
    ['--secret', 'GITHUB_TOKEN=token-of-the-job'],
    ['--container-daemon-socket', '-'],
    ...Object.entries(environment).map(([name, value]) => ['--env', `${name}=${value}`]),
  ].flat();
  const child = spawn(
    binary,
    ['workflow_dispatch', ...flags, '--no-cache-server', '--pull=false', '--action-offline-mode'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        // act starts the first node it finds.
        PATH: [path.dirname(process.execPath), process.env['PATH']].join(path.delimiter),
        HOME: at('home'),
        XDG_CONFIG_HOME: at('config'),
        XDG_CACHE_HOME: at('cache'),
        TMPDIR: at('temp'),
        // Where the jobs find the service for artifacts.
        ACTIONS_RUNTIME_URL: `${bridge.url}/`,
      },
    },
  );
  onStart(() => child.kill('SIGKILL'));
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  // Null also where it could not be started, which then is in the output.
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve).on('error', (error) => output.push(error.message));
  });
  await bridge.close();
  return { code, output: output.join(''), artifacts };
}
