import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArtifactService } from './artifact-service.ts';

/** What GitHub's runner gives an action and reads back from it. */
export interface ActionRun {
  code: number | null;
  /** From the start of its process to its end. */
  wallMs: number;
  stdout: string;
  stderr: string;
  outputs: Record<string, string>;
  summary: string;
}

export interface ActionOptions {
  /** A fresh folder for the runner's files. */
  folder: string;
  inputs: Record<string, string>;
  apiUrl: string;
  graphqlUrl: string;
  artifacts: ArtifactService;
  /** The event's payload. */
  event: object;
  /** Default `schedule`. */
  eventName?: string;
  /** Default the action itself. */
  entry?: 'action' | 'report-back';
  /** Where the workflow lies; default `acme/shop`. */
  repository?: string;
  /** Default 4711. */
  runId?: number;
  attempt?: number;
  /** Where the job may ask for an identity token; absent without `id-token: write`. */
  idTokenUrl?: string;
  /** Told of the process as soon as it runs. */
  onStart?: (child: ChildProcess) => void;
  /** Arguments of Node before the script. */
  nodeArguments?: readonly string[];
  /** Further variables of the job. */
  variables?: Readonly<Record<string, string>>;
}

const dist = join(import.meta.dirname, '..', '..', 'dist');

/** An unsigned token with the scope the artifact client looks for: the run keeps its id, each job of an attempt has one. */
function runtimeToken(runId: number, job: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'none' }), part({ scp: `Actions.Results:run-${runId}:${job}` }), 'unsigned'].join('.');
}

/** Multi-line values of the runner's command files: `name<<delimiter`, lines, `delimiter`. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, delimiter] = /^(\w+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}

/** Starts `run.js` of a bundle as the runner does: a process of its own with files and variables, nothing else. */
export async function runAction(options: ActionOptions): Promise<ActionRun> {
  const { entry = 'action', runId = 4711, attempt = 1 } = options;
  const bundle = join(dist, entry, 'run.js');
  const file = (name: string) => join(options.folder, name);
  await mkdir(file('temp'), { recursive: true });
  await writeFile(file('event.json'), JSON.stringify(options.event));
  await Promise.all(['output', 'summary', 'state', 'env'].map((name) => writeFile(file(name), '')));
  const inputs = Object.fromEntries(
    Object.entries(options.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const started = performance.now();
  const child = spawn(process.execPath, [...(options.nodeArguments ?? []), bundle], {
    cwd: options.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      ...options.variables,
      ...inputs,
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: options.apiUrl,
      GITHUB_GRAPHQL_URL: options.graphqlUrl,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: options.repository ?? 'acme/shop',
      GITHUB_RUN_ID: String(runId),
      GITHUB_RUN_ATTEMPT: String(attempt),
      GITHUB_EVENT_NAME: options.eventName ?? 'schedule',
      GITHUB_EVENT_PATH: file('event.json'),
      GITHUB_WORKSPACE: options.folder,
      GITHUB_OUTPUT: file('output'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_STATE: file('state'),
      GITHUB_ENV: file('env'),
      RUNNER_TEMP: file('temp'),
      ACTIONS_RESULTS_URL: options.artifacts.url,
      ACTIONS_RUNTIME_TOKEN: runtimeToken(runId, `${entry}-${attempt}`),
      ...(options.idTokenUrl === undefined
        ? {}
        : {
            ACTIONS_ID_TOKEN_REQUEST_URL: options.idTokenUrl,
            ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token-of-the-runner',
          }),
    },
  });
  options.onStart?.(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', reject);
  });
  const wallMs = performance.now() - started;
  return {
    code,
    wallMs,
    stdout,
    stderr,
    outputs: readOutputs(await readFile(file('output'), 'utf8')),
    summary: await readFile(file('summary'), 'utf8'),
  };
}
