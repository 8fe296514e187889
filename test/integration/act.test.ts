import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { workflowFor } from '../../app/dispatch/setup-link.ts';
import { callbackPath } from '../../app/pulses/create-message.ts';
import { startAppOnLoopback } from '../app/kit/start-app-on-loopback.ts';
import { until } from '../app/kit/until.ts';
import { tempFolder } from '../git/temp-folder.ts';
import { startGitHub } from '../github/github-server.ts';
import { addRepository, mergePull, openPull, push } from '../github/state.ts';
import { pullRequestClosed } from '../github/webhooks/webhook-payloads.ts';
import { goBinary } from './go-binary.ts';
import { type ActRun, runAct } from './run-act.ts';

const act = await goBinary({ tool: 'act', module: 'github.com/nektos/act', version: '0.2.89', cache: 'act' });
const isHere = 'path' in act;
if (!isHere) console.log(`SKIPPED the workflow run by act: ${act.skipped}.`);

const shop = 'acme/shop';

test.runIf(isHere)('x', { timeout: 120_000 }, async () => {
  const github = await startGitHub();
  onTestFinished(() => github.close());
  const folder = await tempFolder();
  const app = await startAppOnLoopback({
    folder: join(folder, 'data'),
    apiUrl: github.apiUrl,
    callbackProof: 'token',
    onLog: (l) => console.log(l),
  });
  onTestFinished(() => app.stop());
  addRepository(github.state, shop);
  push(github.state, shop, 'Initial commit', {
    files: {
      '.github/zenpulse.yml': 'triggers: { merge: { quiet_period: 1s } }\n',
      '.github/workflows/zenpulse.yml': workflowFor(`${app.url}${callbackPath}`, { hasDescriptions: true }),
    },
  });
  const { number } = openPull(github.state, shop, { title: 'feat: add dark mode' });
  mergePull(github.state, shop, number);
  let ended: Promise<ActRun> | null = null;
  github.state.onDispatch = (repository, run) => {
    ended = runAct({
      binary: (act as { path: string }).path,
      github,
      repository,
      run,
      folder: join(folder, 'act'),
      onStart: (kill) => onTestFinished(kill),
    });
  };
  await github.deliver('pull_request', pullRequestClosed(github, shop, number), {
    secret: app.webhookSecret,
    to: app.webhookUrl,
  });
  await until(() => expect(ended).not.toBeNull(), 30_000);
  const run = await (ended as unknown as Promise<ActRun>);
  console.log(run.output);
  expect(run.code).toBe(0);
  console.log(await (await fetch(`${app.url}/admin/pulse/messages`)).text());
});
