import { expect, test } from 'vitest';
import { failedPayload } from '../../../action/callback-payload.ts';
import { handOver } from '../../../action/publish/hand-over.ts';
import { callbackPayload } from '../../../contract/callback-payload.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { finishedRun } from '../report-back/finished-run.ts';

/** What Linux takes for one variable of the environment. */
const limit = 128 * 1024;

test('a report is handed on without its text', async () => {
  const { whole, handed } = await finishedRun();
  expect(handOver(whole)).toEqual({ json: JSON.stringify(handed), notice: null });
});

test('a dry run keeps its keys, for there is no artifact to take them from', async () => {
  const { whole } = await finishedRun();
  const dry = { ...whole, status: 'validated' as const };
  expect(JSON.parse(handOver(dry).json)).toEqual(dry);
});

test('what a step could not be handed is left out, and the log says so', async () => {
  const { whole } = await finishedRun();
  const keys = Array.from({ length: 9_000 }, (_, at) => `acme/shop#${at + 1}`);
  const dry = {
    ...whole,
    status: 'validated' as const,
    results: { ...whole.results!, included_pull_requests: keys },
  };
  const { json, notice } = handOver(dry);
  expect(json.length).toBeLessThan(limit);
  expect(notice).toContain('without the keys of 9000 pull requests');

  const error = new ZenPulseError('unexpected', { cause: 'x'.repeat(200_000) });
  const failed = handOver(failedPayload({ requestId: 'r', pipelineRunId: '1-1' }, error));
  expect(Buffer.byteLength(failed.json)).toBeLessThan(limit);
  expect(callbackPayload.parse(JSON.parse(failed.json)).error?.message).toContain('truncated at 10000 of 2');
  expect(failed.notice).toContain("the error's full text");
});
