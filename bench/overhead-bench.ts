import { join } from 'node:path';
import { makeTempFolder } from '../test/git/temp-folder.ts';
import { startScriptedModel } from '../test/model/scripted-model.ts';
import { calls } from '../test/model/scripted-reply.ts';
import { makeBenchHistory } from './git-bench-history.ts';
import { measureProcess } from './measure-process.ts';

const pullCount = 100;
const turnMs = 300;
const turns = 3;
const runs = 5;
const cli = join(import.meta.dirname, '..', 'dist', 'cli', 'zenpulse.js');

const report = { headline: 'A busy week', summary: 'Much changed for shoppers.', sections: [] };

/** Whole-process wall time of a run with a model that takes 300 ms a turn, beside what its turns take. */
export async function run(): Promise<void> {
  const folder = await makeTempFolder();
  try {
    const history = await makeBenchHistory(folder.path, pullCount);
    const range = `${history.startAt}..${new Date(Date.parse(history.endAt) + 1000).toISOString()}`;
    const walls: number[] = [];
    for (let at = 0; at < runs; at += 1) {
      const model = await startScriptedModel((_, turn) => ({
        ...(turn < turns - 1
          ? calls([{ name: 'read_pull_request', arguments: { key: `#${turn + 1}`, what: 'summary' } }])
          : calls([{ name: 'submit_report', arguments: report }])),
        delayMs: turnMs,
      }));
      const environment = { ZENPULSE_LLM_BASE_URL: model.baseUrl };
      const args = ['--repo', history.path, '--date-range', range, '--out', join(folder.path, `run-${at}`)];
      const { wallSeconds } = await measureProcess(
        [cli, 'report', ...args, '--llm-model', 'scripted', '--llm-api', 'chat'],
        environment,
      );
      if (model.requests.length !== turns)
        throw new Error(`${model.requests.length} turns, ${turns} expected`);
      walls.push(wallSeconds);
      await model.close();
    }
    walls.sort((left, right) => left - right);
    const median = walls[Math.floor(runs / 2)] ?? 0;
    const goal = (1.15 * turns * turnMs) / 1000 + 0.5;
    console.log(
      `${pullCount} pull requests, ${turns} turns of ${turnMs} ms, median of ${runs} whole processes`,
    );
    console.table([
      { 'wall s': median.toFixed(2), 'turns s': (turns * turnMs) / 1000, 'goal s': goal.toFixed(2) },
    ]);
  } finally {
    await folder.remove();
  }
}
