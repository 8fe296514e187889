import { describe, expect, it } from 'vitest';
import { failedPayload } from '../../../action/callback-payload.ts';
import { readHandover } from '../../../action/report-back/read-handover.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { artifact, finishedRun } from './finished-run.ts';

const { handed } = await finishedRun();
const run = {
  runId: '4711',
  attempt: '2',
  artifactUrl: ({ id }: { id: string }) => `https://github.com/acme/shop/actions/runs/4711/artifacts/${id}`,
};
const outputs = {
  payload: JSON.stringify(handed),
  job_result: 'success' as const,
  artifact_id: '101',
  artifact_digest: artifact.digest,
  request_id: 'merge:1',
};

describe('what the first job handed on', () => {
  it('is taken from this run, also from an earlier attempt', () => {
    expect(readHandover(outputs, run)).toEqual(handed);
  });

  it('counts also when that job failed after it', () => {
    expect(readHandover({ ...outputs, job_result: 'failure' }, run)).toEqual(handed);
  });

  it('may be a failure, with and without files', () => {
    const identity = { requestId: 'merge:1', pipelineRunId: '4711-1' };
    const error = new ZenPulseError('git_missing', {});
    const none = failedPayload(identity, error);
    const kept = failedPayload(identity, error, artifact);
    const nothing = { artifact_id: undefined, artifact_digest: undefined };
    expect(readHandover({ ...outputs, ...nothing, payload: JSON.stringify(none) }, run)).toEqual(none);
    expect(readHandover({ ...outputs, payload: JSON.stringify(kept) }, run)).toEqual(kept);
  });

  it.each(['failure', 'cancelled', 'skipped'] as const)('is missing when the job ended with %s', (result) => {
    expect(() => readHandover({ ...outputs, payload: undefined, job_result: result }, run)).toThrow(
      expect.objectContaining({ code: 'run_ended', data: { result } }),
    );
  });

  it('got lost when the job succeeded', () => {
    for (const job_result of ['success', undefined] as const)
      expect(() => readHandover({ ...outputs, payload: undefined, job_result }, run)).toThrow(
        expect.objectContaining({ code: 'handover_missing' }),
      );
  });

  it.each([
    ['text', { payload: 'completed ##[error]' }, 'payload is not JSON'],
    [
      'another form',
      { payload: '{"status":"##[error]"}' },
      'this version cannot read payload.contract_version',
    ],
    ['another run', { payload: JSON.stringify({ ...handed, pipeline_run_id: '4712-1' }) }, 'of another run'],
    [
      'a later attempt',
      { payload: JSON.stringify({ ...handed, pipeline_run_id: '4711-3' }) },
      'of another run',
    ],
    ['another request', { request_id: 'merge:2' }, 'payload.request_id is not request_id'],
    ['another artifact', { artifact_id: '102' }, 'payload.artifact_uri is not'],
    ['another digest', { artifact_digest: `sha256:${'b'.repeat(64)}` }, 'payload.artifact_digest is not'],
    ['no artifact', { artifact_id: undefined }, 'payload.artifact_uri is not'],
    [
      'a failure with results',
      { payload: JSON.stringify({ ...handed, status: 'failed' }) },
      'status is failed',
    ],
    [
      'a report without files',
      {
        payload: JSON.stringify({ ...handed, artifact_uri: null, artifact_digest: null }),
        artifact_id: undefined,
        artifact_digest: undefined,
      },
      'there is a report, but no artifact_id',
    ],
  ])('is refused when it is %s', (_, difference, what) => {
    const refused = () => readHandover({ ...outputs, ...difference }, run);
    expect(refused).toThrow(
      expect.objectContaining({ code: 'handover_invalid', message: expect.stringContaining(what) }),
    );
    expect(refused).toThrow(expect.objectContaining({ message: expect.not.stringContaining('##[') }));
  });
});
