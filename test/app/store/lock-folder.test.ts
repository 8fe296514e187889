import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { lockFolder } from '../../../app/store/lock-folder.ts';
import { ownIdentity } from '../../../app/store/process-identity.ts';
import { dataFolder } from '../each-database.ts';
import { until } from '../kit/until.ts';

const never = (error: ZenPulseError) => {
  throw error;
};

/** Locks with short times. It is given free after the test. */
async function lock(folder: string, onLost: (error: ZenPulseError) => void = never) {
  const free = await lockFolder(folder, { onLost, beatMs: 20, silenceMs: 200 });
  onTestFinished(free);
  return free;
}

const locked = (holder: string | RegExp) =>
  expect.objectContaining({
    code: 'data_folder_locked',
    data: expect.objectContaining({ holder: expect.stringMatching(holder) }),
  });

const expectHeld = (folder: string) =>
  expect(lock(folder)).rejects.toEqual(locked(`^process ${process.pid}$`));

/** Leaves a file as a holder of another kind would have. */
const leave = async (folder: string, holder: object, beat = 1) =>
  writeFile(
    join(folder, 'zenpulse.lock.1'),
    JSON.stringify({ holder: { ...(await ownIdentity()), ...holder }, beat, isFree: false }).padEnd(1_000),
  );

it('holds a folder against everybody else, until it is given free', async () => {
  const folder = await dataFolder();
  const free = await lock(folder);
  await expect(lock(folder)).rejects.toEqual(locked(`^process ${process.pid}$`));
  await free();
  await lock(folder);
});

it('takes over from a process that was killed, at once', async () => {
  const folder = await dataFolder();
  const child = fork(new URL('./hold-folder.ts', import.meta.url), [folder]);
  await once(child, 'message');
  await expect(lock(folder)).rejects.toEqual(locked(`^process ${child.pid}$`));
  child.kill('SIGKILL');
  await once(child, 'exit');
  await lock(folder);
});

it('knows a pid that was given out again, as the first of a restarted container is', async () => {
  const folder = await dataFolder();
  await leave(folder, { started: 'another time' });
  await lock(folder);
  await expectHeld(folder);
});

it('refuses while a process that cannot be asked gives signs of life', async () => {
  const folder = await dataFolder();
  const elsewhere = { host: 'web-2', space: 'another container', pid: 1 };
  await leave(folder, elsewhere);
  let beat = 1;
  const timer = setInterval(() => void leave(folder, elsewhere, (beat += 1)), 20);
  onTestFinished(() => clearInterval(timer));
  await expect(lock(folder)).rejects.toEqual(locked(/^process 1 of host web-2$/));
});

it('takes over from one that cannot be asked once it was silent for a while', async () => {
  const folder = await dataFolder();
  await leave(folder, { host: 'web-2', space: 'another container', pid: 1 });
  await lock(folder);
  await expectHeld(folder);
});

it('takes over from one that died before it wrote who it is', async () => {
  const folder = await dataFolder();
  await writeFile(join(folder, 'zenpulse.lock.1'), '');
  await lock(folder);
  await expectHeld(folder);
});

it('is told when it lost the folder while it slept', async () => {
  const folder = await dataFolder();
  const lost: string[] = [];
  await lock(folder, ({ code }) => lost.push(code));
  await writeFile(join(folder, 'zenpulse.lock.2'), '');
  await until(() => expect(lost).toEqual(['data_folder_locked']));
});

it.each([
  ['a free one', async () => undefined],
  ['one whose holder is gone', (folder: string) => leave(folder, { started: 'another time' })],
])('lets exactly one of many have %s', async (_, prepare) => {
  const folder = await dataFolder();
  await prepare(folder);
  const tries = await Promise.allSettled(Array.from({ length: 30 }, () => lock(folder)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('never gives a number out twice, so that a slow one cannot take what is long gone', async () => {
  const folder = await dataFolder();
  for (let round = 0; round < 3; round += 1) await (await lock(folder))();
  expect(await readdir(folder)).toEqual(['zenpulse.lock.3']);
  expect(JSON.parse(await readFile(join(folder, 'zenpulse.lock.3'), 'utf8'))).toMatchObject({ isFree: true });
});
