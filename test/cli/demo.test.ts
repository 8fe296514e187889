import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gitHistory } from '../git/git-history.ts';
import { tempFolder } from '../git/temp-folder.ts';
import { startDemo } from './demo-process.ts';

const nothing = { files: [], processes: [] };
const timeout = 120_000;
const dayMs = 24 * 3_600_000;

test('plays the whole story on this machine, and stays up with --serve until it is told to stop', {
  timeout,
}, async () => {
  const demo = await startDemo(['--serve']);
  await demo.says('/attempts');
  const { stdout } = demo.said;
  const steps = [...stdout.matchAll(/^ *(\d+) ms {2}(\w+) +(.*)$/gm)].map(([, ms, who, what]) => ({
    ms: Number(ms),
    step: `${who}: ${what}`,
  }));
  const expected = [
    /^GitHub: a stand-in at http:\S+ with acme\/shop: 38 commits, 16 merged pull requests of a throw-away git history$/,
    /^App: up at http:/,
    /^App: installed on acme\/shop; /,
    /^GitHub: #56 merged; its signed webhook was stored and answered with 202 in \d+ ms$/,
    /^App: waits 1s for further merges/,
    /^GitHub: workflow_dispatch of \.github\/workflows\/zenpulse\.yml accepted: run \d+$/,
    /^Runner: do_agents_loop: exit code 0 after \d+ ms, status completed, artifact \d+$/,
    /^App: callback accepted: the run proved itself by OIDC$/,
    /^Runner: report_back: exit code 0 after \d+ ms, callback delivered$/,
    /^App: GET \/admin\/pulse\/messages says: completed, told #41 #42 .* #56$/,
    /^App: The report waits for a person/,
  ];
  expect(steps.map(({ step }) => step)).toEqual(expected.map((each) => expect.stringMatching(each)));
  expect(steps.map(({ ms }) => ms)).toEqual(steps.map(({ ms }) => ms).toSorted((a, b) => a - b));
  expect(stdout).toContain('# Dark mode, one-click payment and two fixes\n');
  expect(stdout).toContain(
    '- Save a basket for later ([#56](https://github.com/acme/shop/pull/56)) by ada\n',
  );
  expect(stdout).not.toContain('\u001b');

  const [, list = ''] = /^curl (\S+\/admin\/pulse\/messages)$/m.exec(stdout) ?? [];
  const [, again = ''] = /(\S+\/attempts)$/m.exec(stdout) ?? [];
  const delivered = await fetch(again, {
    method: 'POST',
    headers: { authorization: 'Bearer head.body.sign' },
  });
  expect(delivered.status).toBe(202);
  expect(await (await fetch(list)).json()).toMatchObject({
    messages: [{ status: 'completed', repository: 'acme/shop', kind: 'merge', post: 'waiting' }],
  });

  demo.stop('SIGTERM');
  expect(await demo.code).toBe(0);
  expect(demo.said.stderr).toBe('');
  expect(await demo.left()).toEqual(nothing);
});

test('plays a clone with --repo: its last ten merges are the news, its own rules hold', {
  timeout,
}, async () => {
  const history = gitHistory({
    origin: 'https://github.com/acme/web.git',
    startAt: new Date(Date.now() - 20 * dayMs).toISOString(),
  });
  const rules = "triggers: { schedule: { cron: '0 8 * * 1' } }\nexcludes: { titles: ['^chore'] }\n";
  history.commit('Initial commit', { files: { '.github/zenpulse.yml': rules } });
  for (let number = 1; number <= 12; number += 1) history.squash(number, `feat: add part ${number}`);
  history.squash(13, 'chore: tidy up');
  const clone = join(await tempFolder(), 'web');
  await mkdir(clone);
  await history.write(clone);

  const demo = await startDemo(['--repo', clone]);
  expect({ code: await demo.code, stderr: demo.said.stderr }).toEqual({ code: 0, stderr: '' });
  expect(demo.said.stdout).toContain('with acme/web: ');
  const told = '#3 #4 #5 #6 #7 #8 #9 #10 #11 #12';
  expect(demo.said.stdout).toContain(`GitHub  ${told} merged; their signed webhooks were stored`);
  expect(demo.said.stdout).toContain(`says: completed, told ${told}\n`);
  expect(demo.said.stdout).toContain('10 pull requests from one person were merged into main');
  expect(await demo.left()).toEqual(nothing);
});

test('leaves nothing running or on disk when it is interrupted in the middle', { timeout }, async () => {
  const demo = await startDemo();
  await demo.says('workflow_dispatch of');
  demo.stop('SIGINT');
  expect({ code: await demo.code, stderr: demo.said.stderr }).toEqual({ code: 130, stderr: '' });
  expect(demo.said.stdout).not.toContain('The report, as the App has it');
  expect(await demo.left()).toEqual(nothing);
});

test('says what failed and in which step, with exit code 3', { timeout }, async () => {
  const demo = await startDemo([], { PATH: '/nowhere' });
  expect(await demo.code).toBe(3);
  expect(demo.said.stderr).toMatch(/^Error: The demo stopped while starting the stand-in: .*git/);
  expect(demo.said.stderr).toContain('\nNext: Run it again');
  expect(await demo.left()).toEqual(nothing);
});

test.each([
  { args: ['--repo', 'no-such-folder'], says: 'Error: There is no folder "no-such-folder".\nNext: ' },
  { args: ['--bogus'], says: "Unknown option '--bogus'" },
])('refuses $args as bad input', { timeout }, async ({ args, says }) => {
  const demo = await startDemo(args);
  expect(await demo.code).toBe(2);
  expect(demo.said.stderr).toContain(says);
  expect(await demo.left()).toEqual(nothing);
});

test('explains itself', { timeout }, async () => {
  const demo = await startDemo(['--help']);
  expect(await demo.code).toBe(0);
  expect(demo.said.stdout).toContain('npm run demo -- --repo ../shop');
  expect(demo.said.stdout).toContain('npm run demo -- --serve');
});
