import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { callbackPath } from '../../app/pulses/create-message.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { type LoopbackApp, startAppOnLoopback } from '../../test/app/kit/start-app-on-loopback.ts';
import { type GitHubServer, startGitHub } from '../../test/github/github-server.ts';
import { nameWithOwner } from '../../test/github/state/repository.ts';
import { installationCreated, pullRequestClosed } from '../../test/github/webhooks/webhook-payloads.ts';
import { startArtifactService } from '../../test/runner/artifact-service.ts';
import { safeLines } from '../print-error.ts';
import { type EndedJob, playWorkflow } from './play-workflow.ts';
import type { Printed } from './print-steps.ts';
import { type MessageDetail, readEndedMessage } from './read-message.ts';
import { seedClone } from './seed-clone.ts';
import { seedShop, type Stage } from './seed-shop.ts';
import { quietPeriod, setUpRepository } from './set-up-repository.ts';

export interface DemoEdges {
  printed: Printed;
  /** Empty; whoever calls removes it in the end. */
  folder: string;
  environment: NodeJS.ProcessEnv;
  /** Ends the demo early. */
  signal: AbortSignal;
  /** Has something ended when the demo is over, the last one first. */
  defer: (end: () => Promise<void>) => void;
}

/** What stays up until the deferred ends. */
export interface PlayedDemo {
  app: LoopbackApp;
  github: GitHubServer;
  message: MessageDetail;
  /** The last webhook of a merge, as the list of deliveries has it. */
  deliveryId: number;
}

const reportTimeoutMs = 90_000;

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
const named = (numbers: readonly number[]) => numbers.map((number) => `#${number}`).join(' ');

async function startStage({ printed, folder, environment, defer }: DemoEdges, clone: string | null) {
  const github = await startGitHub();
  defer(() => github.close());
  const { state } = github;
  const stage =
    clone === null ? await seedShop(state, join(folder, 'shop')) : await seedClone(state, clone, environment);
  const { repository } = stage;
  printed.step(
    'GitHub',
    `a stand-in at ${github.url} with ${nameWithOwner(repository)}: ${counted(repository.commits.size, 'commit')}, ` +
      `${counted(repository.pulls.size, 'merged pull request')} of a ${clone === null ? 'throw-away' : 'cloned'} git history`,
  );
  if (stage.note !== null) printed.step('GitHub', stage.note);
  return { github, stage };
}

async function startTheApp(
  { printed, folder, defer }: DemoEdges,
  github: GitHubServer,
  onLog: (line: string) => void,
) {
  const app = await startAppOnLoopback({
    folder: join(folder, 'app'),
    apiUrl: github.apiUrl,
    oidcIssuer: github.oidc.issuer,
    onLog,
  });
  defer(() => app.stop());
  printed.step('App', `up at ${app.url}; most of it went into the first start of its embedded database`);
  return app;
}

function jobStep({ name, run: { code, outputs, stdout, stderr }, tookMs }: EndedJob): string {
  const took = `exit code ${code} after ${Math.round(tookMs)} ms`;
  if (code !== 0) return `${name}: ${took}\n${safeLines(`${stdout}${stderr}`)}`;
  const { status, artifact_id: artifact, callback_state: callback } = outputs;
  const came = [
    status && `status ${status}`,
    artifact && `artifact ${artifact}`,
    callback && `callback ${callback}`,
  ].filter(Boolean);
  return `${name}: ${took}, ${came.join(', ')}`;
}

/** Plays the runner for every run that the stand-in starts; `failed` rejects with the first that cannot be played. */
async function startRunner({ printed, folder, signal, defer }: DemoEdges, github: GitHubServer) {
  const artifacts = await startArtifactService();
  defer(() => artifacts.close());
  const failed = Promise.withResolvers<never>();
  // Nobody waits for it when the report came.
  failed.promise.catch(() => undefined);
  const runs: Promise<void>[] = [];
  github.state.onDispatch = (repository, run) => {
    printed.step('GitHub', `workflow_dispatch of ${run.workflow.path} accepted: run ${run.id}`);
    const onJobEnd = (job: EndedJob) => printed.step('Runner', jobStep(job));
    const played = playWorkflow(
      { github, artifacts, folder: join(folder, 'runner'), signal, onJobEnd },
      repository,
      run,
    );
    runs.push(played.catch(failed.reject));
  };
  defer(async () => void (await Promise.allSettled(runs)));
  return { failed: failed.promise, idle: async () => void (await Promise.all(runs)) };
}

/** The App hears that it was installed, then of the merges. @returns id of the last delivery */
async function deliver(
  { printed }: DemoEdges,
  github: GitHubServer,
  app: LoopbackApp,
  stage: Stage,
): Promise<number> {
  const { repository, installedAt } = stage;
  const name = nameWithOwner(repository);
  const how = { secret: app.webhookSecret, to: app.webhookUrl };
  const send = async (event: string, payload: object) => {
    const delivery = await github.deliver(event, payload, how);
    if (delivery.statusCode === 202) return delivery;
    throw new Error(
      `the App answered the webhook ${event} with ${delivery.statusCode || 'nothing in ten seconds'}`,
    );
  };
  const { installation, ...rest } = installationCreated(github);
  const at = installedAt.toISOString();
  await send('installation', { ...rest, installation: { ...installation, created_at: at } });
  printed.step('App', `installed on ${name}; what merged before ${at.slice(0, 10)} is not news`);
  const merged = stage.merge();
  const deliveries = [];
  for (const number of merged)
    deliveries.push(await send('pull_request', pullRequestClosed(github, name, number)));
  const slowest = Math.max(...deliveries.map(({ durationMs }) => durationMs));
  const what = merged.length === 1 ? 'its signed webhook was' : 'their signed webhooks were';
  printed.step('GitHub', `${named(merged)} merged; ${what} stored and answered with 202 in ${slowest} ms`);
  printed.step('App', `waits ${quietPeriod} for further merges: the quiet period of the rules here`);
  return deliveries.at(-1)?.id ?? 0;
}

/** @throws ZenPulseError `demo_stopped` for a message that did not come to a good end */
function checkEnd(message: MessageDetail | null, lines: readonly string[]): asserts message is MessageDetail {
  if (message?.status === 'completed' || message?.status === 'no_changes') return;
  const problems = message?.problems.map(({ message: text, next_step: next }) => `${text} ${next}`) ?? [];
  const why = message
    ? `the message ended as ${message.status}. ${problems.join(' ')}`
    : `no report came in ${reportTimeoutMs / 1_000} s.`;
  throw new ZenPulseError('demo_stopped', {
    step: 'waiting for the report',
    why: [why, ...lines.slice(-5)].join('\n'),
  });
}

function tellMessage({ printed }: DemoEdges, { status, told, post, results }: MessageDetail): void {
  printed.step('App', `GET /admin/pulse/messages says: ${status}, told ${named(told) || 'nothing'}`);
  if (post?.problem) printed.step('App', post.problem.message);
  printed.title('The report, as the App has it');
  printed.text(safeLines(results?.summary_message ?? 'Nothing merged that is to be told.'));
}

/**
 * Plays the whole story on this machine: a merge on the stand-in, the App, the dispatch, the real action and the job
 * that reports back as processes of their own, the callback, and the stored message as the App shows it.
 * @param clone path of a clone whose history is played; null: the throw-away shop
 * @throws ZenPulseError `demo_stopped`, and those of `openClone`
 */
export async function playDemo(edges: DemoEdges, clone: string | null): Promise<PlayedDemo> {
  const { signal } = edges;
  const warnings: string[] = [];
  let step = 'starting the stand-in';
  try {
    const { github, stage } = await startStage(edges, clone);
    signal.throwIfAborted();
    step = 'starting the App';
    const app = await startTheApp(edges, github, (line) => {
      const { level, msg } = JSON.parse(line) as { level: number; msg: string };
      if (level >= 40) warnings.push(line.trim());
      if (msg === 'callback taken')
        edges.printed.step('App', 'callback accepted: the run proved itself by OIDC');
    });
    setUpRepository(stage.repository, `${app.url}${callbackPath}`);
    await mkdir(join(edges.folder, 'runner'));
    const runner = await startRunner(edges, github);
    signal.throwIfAborted();
    step = 'delivering the webhooks';
    const deliveryId = await deliver(edges, github, app, stage);
    step = 'waiting for the report';
    const message = await Promise.race([
      readEndedMessage(app.url, { timeoutMs: reportTimeoutMs, signal }),
      runner.failed,
    ]);
    checkEnd(message, warnings);
    // The job that reports back ends after its callback.
    await runner.idle();
    signal.throwIfAborted();
    tellMessage(edges, message);
    return { app, github, message, deliveryId };
  } catch (error) {
    if (signal.aborted || error instanceof ZenPulseError) throw error;
    const why = [error instanceof Error ? error.message : String(error), ...warnings.slice(-5)].join('\n');
    throw new ZenPulseError('demo_stopped', { step, why }, { cause: error });
  }
}
