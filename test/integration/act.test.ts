import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageDetail } from '../../cli/demo/read-message.ts';
import { workflowFor } from '../../app/dispatch/setup-link.ts';
import { callbackPath } from '../../app/pulses/create-message.ts';
import { readEndedMessage } from '../../cli/demo/read-message.ts';
import { startAppOnLoopback } from '../app/kit/start-app-on-loopback.ts';
import { makeTempFolder } from '../git/temp-folder.ts';
import { type GitHubServer, startGitHub } from '../github/github-server.ts';
import { addRepository, mergePull, openPull, push } from '../github/state.ts';
import type { WorkflowRun } from '../github/state/workflow.ts';
import { pullRequestClosed } from '../github/webhooks/webhook-payloads.ts';
import { goBinary } from './go-binary.ts';
import { type ActRun, runAct } from './run-act.ts';

const act = await goBinary({ tool: 'act', module: 'github.com/nektos/act', version: '0.2.89', cache: 'act' });
const missing = 'skipped' in act ? `: SKIPPED, ${act.skipped}` : '';
if (missing !== '') console.log(`The user's workflow run by act${missing}.`);

const shop = 'acme/shop';
const ends: (() => unknown)[] = [];

/** A merge on the stand-in, the App that dispatches, and act as the runner. */
async function play() {
  const folder = await makeTempFolder();
  ends.push(folder.remove);
  const github: GitHubServer = await startGitHub();
  ends.push(() => github.close());
  const app = await startAppOnLoopback({
    folder: join(folder.path, 'app'),
    apiUrl: github.apiUrl,
    callbackProof: 'token',
  });
  ends.push(() => app.stop());
  addRepository(github.state, shop);
  push(github.state, shop, 'Initial commit', {
    files: {
      '.github/zenpulse.yml': 'triggers: { merge: { quiet_period: 1s } }\n',
      '.github/workflows/zenpulse.yml': workflowFor(`${app.url}${callbackPath}`, { hasDescriptions: true }),
    },
  });
  const { number } = openPull(github.state, shop, { title: 'feat: add dark mode' });
  mergePull(github.state, shop, number);

  const dispatched = Promise.withResolvers<{ run: WorkflowRun; ended: Promise<ActRun> }>();
  github.state.onDispatch = (repository, run) => {
    const ended = runAct({
      binary: 'path' in act ? act.path : '',
      github,
      repository,
      run,
      folder: join(folder.path, 'act'),
      onStart: (kill) => ends.push(kill),
    });
    dispatched.resolve({ run, ended });
  };
  const hook = { secret: app.webhookSecret, to: app.webhookUrl };
  await github.deliver('pull_request', pullRequestClosed(github, shop, number), hook);
  const { run, ended } = await dispatched.promise;
  const log = await ended;
  const signal = AbortSignal.timeout(10_000);
  const message = await readEndedMessage(app.url, { timeoutMs: 10_000, signal });
  return { github, run, number, act: log, message };
}

// act is no GitHub: it issues no identity tokens (OIDC), so a callback proves itself by the one-time token here, and it
// signs no attestations. Both are shown against GitHub's own wording elsewhere, and only GitHub itself can do them.
describe.skipIf(missing !== '')(`the user's workflow run by act, without OIDC and attest${missing}`, () => {
  let played: Awaited<ReturnType<typeof play>>;
  const message = () => played.message as MessageDetail;

  beforeAll(async () => {
    played = await play();
  }, 90_000);
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  test('both jobs of the template end well', () => {
    const { output, code } = played.act;
    expect(output).toContain('[ZenPulse/Write the report] 🏁  Job succeeded');
    expect(output).toContain('[ZenPulse/Call back       ] 🏁  Job succeeded');
    expect(code).toBe(0);
  });

  test('the first job stores the artifact, the second one fetches it and finds its digest right', async () => {
    const { output, artifacts } = played.act;
    const [, digest = ''] = /SHA256 digest of uploaded artifact is (\w{64})/.exec(output) ?? [];
    expect(output).toContain(`SHA256 digest of downloaded artifact is ${digest}`);
    expect(message().artifact_digest).toBe(`sha256:${digest}`);
    const stored = await readdir(join(artifacts, String(played.run.id)));
    expect(stored).toEqual([expect.stringMatching(/^zenpulse-report-1-/)]);
  });

  test('the App has the report, which went through the artifact alone', () => {
    const [, payload = ''] = /set-output:: payload=(\{.*)/.exec(played.act.output) ?? [];
    expect(JSON.parse(payload)).toMatchObject({ results: { summary_message: null } });
    expect(message()).toMatchObject({
      status: 'completed',
      told: [played.number],
      results: { summary_message: expect.stringContaining('- Add dark mode ([#1]') },
    });
  });

  test('the callback is taken once, from the run that was dispatched', () => {
    const { dispatches, callbacks } = message();
    expect(dispatches).toMatchObject([{ attempt: 1, state: 'sent', run_id: String(played.run.id) }]);
    expect(callbacks).toMatchObject([{ outcome: 'accepted', pipeline_run_id: `${played.run.id}-1` }]);
  });

  test("the jobs read GitHub with the job's token, and no log shows the one-time token", () => {
    const asked = played.github.requests.filter(({ authorization }) => authorization === 'token-of-the-job');
    expect(asked.map(({ kind }) => kind)).toContain('graphql');
    const token = played.run.inputs['webhook_token'] ?? '';
    expect(token).toHaveLength(43);
    expect(played.act.output).not.toContain(token);
  });
});
