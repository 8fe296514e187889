import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callbackPayload } from '../../contract/callback-payload.ts';
import { lineageStatement } from '../../contract/lineage.ts';
import { manifest } from '../../contract/manifest.ts';
import { report } from '../../contract/report.ts';
import { traceEvent } from '../../contract/trace-event.ts';
import { gitHistory } from '../git/git-history.ts';
import { makeTempFolder } from '../git/temp-folder.ts';
import { filesIn, runCli } from './run-cli.ts';

let temp: Awaited<ReturnType<typeof makeTempFolder>>;
let shop = '';

/** Lasts for the whole file: concurrent tests have no end of their own to hang a removal on. */
const newFolder = async () => mkdtemp(join(temp.path, 'folder-'));

beforeAll(async () => {
  temp = await makeTempFolder();
  shop = await newFolder();
  const history = gitHistory({ origin: 'https://github.com/acme/shop.git' });
  history.commit('Initial commit');
  history.tag('v1.0.0');
  history.squash(12, 'feat: gifts');
  history.mergePull(13, 'fix: totals');
  history.tag('v1.1.0');
  await history.write(shop);
});
afterAll(async () => temp.remove());

const range = ['--tag-range', 'v1.0.0..v1.1.0'];
const all = ['lineage.json', 'manifest.json', 'report.json', 'report.md', 'trace.jsonl'];
const read = async (folder: string, name: string) => readFile(join(folder, name), 'utf8');
const json = async (folder: string, name: string): Promise<unknown> => JSON.parse(await read(folder, name));

describe.concurrent('zenpulse report', () => {
  test('writes the five files, each as the contract says', async () => {
    const out = await newFolder();
    const { code, stdout } = await runCli(shop, ['report', ...range, '--out', out]);

    expect([code, await filesIn(out)]).toEqual([0, all]);
    expect(stdout).toBe(await read(out, 'report.md'));
    expect(manifest.parse(await json(out, 'manifest.json')).pull_requests.map(({ key }) => key)).toEqual([
      'acme/shop#12',
      'acme/shop#13',
    ]);
    report.parse(await json(out, 'report.json'));
    for (const line of (await read(out, 'trace.jsonl')).trimEnd().split('\n'))
      traceEvent.parse(JSON.parse(line));
  });

  test('seals the other four files in the lineage, byte for byte', async () => {
    const out = await newFolder();
    await runCli(shop, ['report', ...range, '--out', out]);
    const { subject } = lineageStatement.parse(await json(out, 'lineage.json'));
    const digests = await Promise.all(
      subject.map(async ({ name }) =>
        createHash('sha256')
          .update(await readFile(join(out, name)))
          .digest('hex'),
      ),
    );

    expect(subject.map(({ name }) => name).toSorted()).toEqual(all.filter((name) => name !== 'lineage.json'));
    expect(subject.map(({ digest }) => digest.sha256)).toEqual(digests);
  });

  test('gives the same canonical bytes at another time, in another folder and under another id', async () => {
    const [one, two] = [await newFolder(), await newFolder()];
    const named = async (out: string, id: string) =>
      runCli(shop, ['report', ...range, '--out', out, '--request-id', id]);
    await named(one, 'first');
    await named(two, 'second');

    for (const name of ['report.json', 'manifest.json', 'report.md']) {
      expect(await read(one, name)).toBe(await read(two, name));
    }
    expect(await read(one, 'lineage.json')).not.toBe(await read(two, 'lineage.json'));
  });

  test('prints with --json a payload of the contract and nothing else', async () => {
    const out = await newFolder();
    const { code, stdout } = await runCli(shop, [
      'report',
      ...range,
      '--out',
      out,
      '--json',
      '--request-id',
      'r-1',
    ]);
    const payload = callbackPayload.parse(JSON.parse(stdout));
    const lineage = createHash('sha256')
      .update(await read(out, 'lineage.json'))
      .digest('hex');

    expect(code).toBe(0);
    expect(payload).toMatchObject({
      request_id: 'r-1',
      status: 'completed',
      artifact_digest: `sha256:${lineage}`,
      results: { summary_message: await read(out, 'report.md'), complete: true, degraded: null },
    });
    expect(fileURLToPath(payload.artifact_uri ?? '')).toBe(out);
  });

  test('keeps its default folder out of git', async () => {
    const folder = await newFolder();
    const history = gitHistory();
    history.squash(12, 'feat: gifts');
    const repo = await history.write(folder);
    const { code, stderr } = await runCli(folder, ['report', '--date-range', '2026-11-01..2026-11-02']);

    expect(code).toBe(0);
    expect(stderr).toMatch(/Files: \S+\/\.zenpulse\/runs\/\S+\n$/);
    expect(await repo.git('status', '--porcelain')).toBe('');
    expect(
      (await filesIn(join(folder, '.zenpulse'))).filter((path) => path.endsWith('lineage.json')),
    ).toHaveLength(1);
  });

  test('writes nothing in a dry run, and says what it found', async () => {
    const out = join(await newFolder(), 'out');
    const { code, stdout } = await runCli(shop, ['report', ...range, '--out', out, '--dry-run', '--json']);
    const payload = callbackPayload.parse(JSON.parse(stdout));

    expect(code).toBe(0);
    expect(payload).toMatchObject({ status: 'validated', artifact_uri: null, artifact_digest: null });
    expect(payload.results?.metrics).toMatchObject({ preflight_merged_pr_count: 2, included_pr_count: 2 });
    await expect(filesIn(out)).rejects.toThrow('ENOENT');
  });

  test('ends well when there is nothing to report, with no artifact in the payload', async () => {
    const out = await newFolder();
    const { code, stdout } = await runCli(shop, [
      'report',
      '--date-range',
      '2025-01-01..2025-01-02',
      '--out',
      out,
      '--json',
    ]);

    expect(code).toBe(0);
    expect(callbackPayload.parse(JSON.parse(stdout))).toMatchObject({
      status: 'no_changes',
      artifact_uri: null,
      artifact_digest: null,
      results: { summary_message: null },
    });
  });

  test('colours nothing that is not a terminal, nor where NO_COLOR is set', async () => {
    const out = await newFolder();
    for (const environment of [undefined, { NO_COLOR: '1' }]) {
      const { stdout, stderr } = await runCli(shop, ['report', ...range, '--out', out], environment);
      expect(stdout + stderr).not.toContain('\u001B');
    }
  });
});

describe.concurrent('zenpulse validate', () => {
  test('accepts the rules of the folder', async () => {
    const folder = await newFolder();
    const history = gitHistory();
    history.commit('Add rules', { files: { '.github/zenpulse.yml': 'excludes:\n  authors: [ada]\n' } });
    await history.write(folder);

    expect(await runCli(folder, ['validate'])).toEqual({
      code: 0,
      stdout: '.github/zenpulse.yml is valid.\n',
      stderr: '',
    });
  });

  test('without --repo it is the clone one stands in, from any folder of it', async () => {
    const folder = join(shop, 'deep', 'down');
    await mkdir(folder, { recursive: true });
    const { code, stdout } = await runCli(folder, ['report', ...range, '--out', await newFolder()]);
    expect(code).toBe(0);
    expect(stdout).toContain('**acme/shop**');
  });
});
