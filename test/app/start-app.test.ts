import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, onTestFinished, test } from 'vitest';
import { readConfiguration } from '../../app/configuration.ts';
import { workflowFor } from '../../app/dispatch/setup-link.ts';
import { intakePath } from '../../app/intake/create-intake.ts';
import { callbackPath } from '../../app/pulses/create-message.ts';
import { startApp } from '../../app/start-app.ts';
import { openPostgres } from '../../app/store/open-postgres.ts';
import { githubForTest, shop } from '../github/github-for-test.ts';
import { mergePull } from '../github/state/merge-pull.ts';
import { openPull } from '../github/state/open-pull.ts';
import { push } from '../github/state/push.ts';
import { pullRequestClosed } from '../github/webhooks/webhook-payloads.ts';
import { appEnvironment, testPublicUrl, testSecret } from './kit/app-process.ts';
import { logLines } from './kit/log-lines.ts';
import { freshPostgres } from './kit/store-for-test.ts';
import { until } from './kit/until.ts';
import { type SlackReply, slackReceiver } from './posting/slack-receiver.ts';
import { playRuns } from './server-runs.ts';

const rules = 'triggers:\n  merge:\n    quiet_period: 1s\ndelivery:\n  to: slack\n  post: at_once\n';

/** How long a post may stand still when the App stops, in milliseconds: here no time at all. */
const patienceMs = 8_000;

/** An App whose report is on its way to a Slack that answers like this. */
async function posting(replies: (SlackReply | null)[]) {
  const { url, drop } = await freshPostgres(inject('postgresUrl'));
  onTestFinished(drop);
  const github = await githubForTest({ now: Date.now });
  const slack = await slackReceiver();
  slack.replies.push(...replies);
  const workflow = workflowFor(`${testPublicUrl}${callbackPath}`, { hasDescriptions: false });
  push(github.state, shop, 'Set up', {
    files: { '.github/zenpulse.yml': rules, '.github/workflows/zenpulse.yml': workflow },
  });
  const app = await startApp(
    readConfiguration({
      ...appEnvironment(github),
      PORT: '0',
      DATABASE_URL: url,
      SLACK_WEBHOOK_URL: slack.webhookUrl,
      ZENPULSE_ALLOWED_HOSTS: slack.host,
    }),
    {
      log: logLines().log,
      fetch,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      clock: () => new Date(),
      monotonicMs: () => performance.now(),
      sleep: (ms, signal) => sleep(ms === patienceMs ? 0 : ms, undefined, signal && { signal }),
      random: Math.random,
      newId: randomUUID,
      newToken: randomUUID,
      onLost: () => undefined,
      pollSeconds: 0.5,
    },
  );
  onTestFinished(() => app.stop());
  const played = playRuns(github, { bases: () => [app.url], publicUrl: testPublicUrl });
  onTestFinished(() => played.stop());
  const { number } = openPull(github.state, shop, { title: 'feat: dark mode' });
  mergePull(github.state, shop, number);
  const to = { secret: testSecret, to: `${app.url}${intakePath}` };
  await github.deliver('pull_request', pullRequestClosed(github, shop, number), to);
  await until(() => expect(slack.received).toHaveLength(1));
  return {
    app,
    slack,
    async post() {
      const store = await openPostgres(url, { maxConnections: 1, onIdleError: () => undefined });
      const row = await store.db.selectFrom('posts').select(['state', 'problem']).executeTakeFirst();
      await store.close();
      return row;
    },
  };
}

const skipped = inject('postgresUrl') === '';

test.skipIf(skipped)(
  'a post that stands still because Slack asked for it is put off when the App stops',
  async () => {
    const { app, post, slack } = await posting([{ status: 429, headers: { 'retry-after': '200' } }]);
    await app.stop();
    expect(await post()).toMatchObject({ state: 'due', problem: { code: 'slack_stopped' } });
    expect(slack.received).toHaveLength(1);
  },
);

test.skipIf(skipped)('a post that is on its way is not cut off when the App stops', async () => {
  const answer = Promise.withResolvers<void>();
  const { app, post } = await posting([{ status: 200, body: 'ok', before: () => answer.promise }]);
  const stopped = app.stop();
  await until(() => expect(fetch(`${app.url}/healthz`)).rejects.toThrow('fetch failed'));
  answer.resolve();
  await stopped;
  expect(await post()).toEqual({ state: 'sent', problem: null });
});
