import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callbackPayload } from '../../../contract/callback-payload.ts';
import { slackMessage } from '../../../delivery/slack/block-kit.ts';
import { filesIn, runCli } from '../../cli/run-cli.ts';
import { gitHistory } from '../../git/git-history.ts';
import { makeTempFolder } from '../../git/temp-folder.ts';
import { linesOf, linksOf } from './read-message.ts';
import { slackFaults } from './slack-rules.ts';

let temp: Awaited<ReturnType<typeof makeTempFolder>>;
let shop = '';
const newFolder = async () => mkdtemp(join(temp.path, 'folder-'));

beforeAll(async () => {
  temp = await makeTempFolder();
  shop = await newFolder();
  const history = gitHistory({ origin: 'https://github.com/acme/shop.git' });
  history.commit('Initial commit');
  history.tag('v1.0.0');
  history.squash(12, 'feat: gifts for <b>everyone</b> @here');
  history.tag('v1.1.0');
  await history.write(shop);
});
afterAll(async () => temp.remove());

const range = ['report', '--tag-range', 'v1.0.0..v1.1.0'];
const runFiles = ['lineage.json', 'manifest.json', 'report.json', 'report.md', 'trace.jsonl'];

describe.concurrent('zenpulse report --preview', () => {
  test('writes both previews beside the files of the run, and prints the report as ever', async () => {
    const out = await newFolder();
    const { code, stdout, stderr } = await runCli(shop, [...range, '--out', out, '--preview', 'slack,html']);

    expect(code).toBe(0);
    expect(await filesIn(out)).toEqual([...runFiles, 'preview.html', 'preview.slack.json'].toSorted());
    expect(stdout).toBe(await readFile(join(out, 'report.md'), 'utf8'));
    expect(stderr).toContain(`Preview: ${join(out, 'preview.html')}`);
    const messages = slackMessage
      .array()
      .parse(JSON.parse(await readFile(join(out, 'preview.slack.json'), 'utf8')));
    expect(messages.flatMap(slackFaults)).toEqual([]);
    expect(linesOf(messages).some((line) => line.startsWith('Gifts for <b>everyone</b> @here #12'))).toBe(
      true,
    );
    expect(linksOf(messages)).toEqual(['#12 https://github.com/acme/shop/pull/12']);
    expect(await readFile(join(out, 'preview.html'), 'utf8')).toContain('&lt;b&gt;everyone&lt;/b&gt;');
  });

  test('can be repeated, and leaves the payload of --json alone', async () => {
    const out = await newFolder();
    const args = [...range, '--out', out, '--json', '--preview', 'slack', '--preview', 'slack'];
    const { code, stdout } = await runCli(shop, args);

    expect([code, callbackPayload.parse(JSON.parse(stdout)).status]).toEqual([0, 'completed']);
    expect(await filesIn(out)).toEqual([...runFiles, 'preview.slack.json'].toSorted());
  });

  test('says so when there is nothing to show', async () => {
    const { code, stderr } = await runCli(shop, [...range, '--dry-run', '--preview', 'html']);
    expect(code).toBe(0);
    expect(stderr).toContain('No preview: no report was written.');
  });

  test('refuses what it does not know before any work, as bad input', async () => {
    const out = await newFolder();
    const { code, stdout, stderr } = await runCli(shop, [
      ...range,
      '--out',
      out,
      '--json',
      '--preview',
      'pdf',
    ]);

    expect([code, await filesIn(out)]).toEqual([2, []]);
    expect(callbackPayload.parse(JSON.parse(stdout)).error?.code).toBe('request_invalid');
    expect(stderr).toContain('preview');
    expect(stderr).toContain('slack, html');
  });
});
