import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifest } from '../contract/manifest.ts';
import { makeTempFolder } from '../test/git/temp-folder.ts';
import { makeBenchHistory } from './git-bench-history.ts';
import { measureProcess } from './measure-process.ts';

const sizes = [1_250, 2_500, 5_000, 10_000, 20_000];
const cli = join(import.meta.dirname, '..', 'cli', 'zenpulse.ts');

async function measure(pullCount: number) {
  const folder = await makeTempFolder();
  try {
    const history = await makeBenchHistory(folder.path, pullCount);
    const out = join(folder.path, '.run');
    const range = `${history.startAt}..${new Date(Date.parse(history.endAt) + 1000).toISOString()}`;
    const measured = await measureProcess([
      cli,
      'report',
      '--repo',
      history.path,
      '--date-range',
      range,
      '--out',
      out,
    ]);
    const found = manifest.parse(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))).pull_requests
      .length;
    return { ...measured, found, commits: history.commitCount };
  } finally {
    await folder.remove();
  }
}

/** Whole-process time and memory of a report over ever more merged pull requests in one window. */
export async function run(): Promise<void> {
  const rows: Record<string, string | number>[] = [];
  for (const pullCount of sizes) {
    const { wallSeconds, peakMb, found, commits } = await measure(pullCount);
    if (found !== pullCount) throw new Error(`${found} pull requests found, ${pullCount} made`);
    rows.push({
      'merged PRs': pullCount,
      commits,
      'wall s': wallSeconds.toFixed(2),
      'ms / PR': ((wallSeconds * 1000) / pullCount).toFixed(3),
      'peak MB': Math.round(peakMb),
    });
  }
  console.table(rows);
}
