import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../git/temp-folder.ts';
import { runCli } from './run-cli.ts';

const rulesPath = '.github/zenpulse.yml';

/** A folder with these files. */
async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await tempFolder();
  await mkdir(join(folder, '.github'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

test('a schedule that is never due is refused, with everything else that has no effect', async () => {
  const folder = await folderWith({
    [rulesPath]: [
      "triggers: { schedule: { cron: '0 8 30 2 *', zone: Berlin } }",
      "includes: { paths: ['../shop'] }",
      'colour: red',
    ].join('\n'),
  });
  const { code, stdout, stderr } = await runCli(folder, ['validate']);

  expect([code, stdout]).toEqual([2, '']);
  for (const field of ['colour', 'triggers.schedule.cron', 'triggers.schedule.zone', 'includes.paths[0]'])
    expect(stderr).toContain(`- ${field}: got `);
  expect(stderr).toContain('did you mean Europe/Berlin?');
});

test('a rules file that no run reads is told beside the one that is checked', async () => {
  const folder = await folderWith({ [rulesPath]: '{}\n', '.github/zenpulse.yaml': '{}\n' });
  const { code, stdout, stderr } = await runCli(folder, ['validate']);

  expect([code, stdout]).toEqual([0, `${rulesPath} is valid.\n`]);
  expect(stderr).toContain(`Note: .github/zenpulse.yaml is not read beside ${rulesPath}`);
});

test('without rules, those of another name are found', async () => {
  const folder = await folderWith({ 'zenpulse.yml': '{}\n' });
  const { code, stderr } = await runCli(folder, ['validate']);

  expect(code).toBe(2);
  expect(stderr).toContain(`Note: zenpulse.yml is not read; rename it to ${rulesPath}.`);
});
