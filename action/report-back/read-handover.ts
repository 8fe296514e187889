import { type CallbackPayload, callbackPayload } from '../../contract/callback-payload.ts';
import type { ReportBackInputs } from '../../contract/report-back-inputs.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';

/** The run that reports back. */
export interface OwnRun {
  runId: string;
  attempt: string;
  /** Web address of an artifact of this run, by its id. */
  artifactUrl: (artifact: { id: string }) => string;
}

type Handed = Pick<
  ReportBackInputs,
  'payload' | 'job_result' | 'request_id' | 'artifact_id' | 'artifact_digest'
>;

const invalid = (what: string) => new ZenPulseError('handover_invalid', { what });

function parse(text: string): CallbackPayload {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // The parser's own message quotes the text, which is nobody's to print.
    throw new ZenPulseError('handover_invalid', { what: 'payload is not JSON' }, { cause: error });
  }
  const parsed = callbackPayload.safeParse(value);
  if (parsed.success) return parsed.data;
  // Only where it differs: what stands there may be the text of strangers.
  const places = parsed.error.issues.map(({ path }) => ['payload', ...path].join('.'));
  throw invalid(`this version cannot read ${[...new Set(places)].join(', ')}`);
}

/** An earlier attempt of this run counts: when failed jobs are run again, the others hand on what they had. */
function isOfThisRun(pipelineRunId: string, { runId, attempt }: OwnRun): boolean {
  const [, id, ofAttempt] = /^(\d+)-(\d+)$/.exec(pipelineRunId) ?? [];
  return id === runId && Number(ofAttempt) <= Number(attempt);
}

function requireConsistent(payload: CallbackPayload, handed: Handed, run: OwnRun): void {
  const { status, artifact_uri: uri, artifact_digest: digest, results, error } = payload;
  if (!isOfThisRun(payload.pipeline_run_id, run)) throw invalid('payload.pipeline_run_id is of another run');
  if (handed.request_id !== undefined && handed.request_id !== payload.request_id)
    throw invalid('payload.request_id is not request_id');
  if ((status === 'failed') !== (results === null) || (status === 'failed') !== (error !== null))
    throw invalid(`payload.status is ${status}, but what goes with it is not there`);
  const ownUri = handed.artifact_id === undefined ? null : run.artifactUrl({ id: handed.artifact_id });
  if (uri !== ownUri) throw invalid('payload.artifact_uri is not the address of artifact_id');
  if (digest !== (handed.artifact_digest ?? null))
    throw invalid('payload.artifact_digest is not artifact_digest');
  if (status === 'completed' && (ownUri === null || digest === null))
    throw invalid('there is a report, but no artifact_id or artifact_digest');
}

/**
 * What the job that wrote the report says of it, still without the report's text.
 * @throws ZenPulseError `run_ended` when that job came to no end · `handover_missing`, `handover_invalid`
 */
export function readHandover(handed: Handed, run: OwnRun): CallbackPayload {
  const { payload: text, job_result: result } = handed;
  if (text === undefined) {
    if (result === undefined || result === 'success') throw new ZenPulseError('handover_missing', {});
    throw new ZenPulseError('run_ended', { result });
  }
  const payload = parse(text);
  requireConsistent(payload, handed, run);
  return payload;
}
