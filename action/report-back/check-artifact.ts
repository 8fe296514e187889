import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { CallbackPayload } from '../../contract/callback-payload.ts';
import { lineageStatement } from '../../contract/lineage.ts';
import { manifest } from '../../contract/manifest.ts';
import { reportOutline } from '../../contract/reading/report-outline.ts';
import { report } from '../../contract/report.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';

type Files = ReadonlyMap<string, Buffer>;

const altered = (what: string) => new ZenPulseError('artifact_altered', { what });

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A name from the artifact, as far as it may be shown. */
const shown = (name: string) => JSON.stringify(name.replace(/[^\w.-]/g, '?').slice(0, 80));

function bytesOf(files: Files, name: string): Buffer {
  const bytes = files.get(name);
  if (bytes === undefined) throw altered(`it has no ${name}`);
  return bytes;
}

function read<Schema extends z.ZodType>(files: Files, name: string, schema: Schema): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(bytesOf(files, name).toString('utf8'));
  } catch (error) {
    if (error instanceof ZenPulseError) throw error;
    throw new ZenPulseError('artifact_altered', { what: `${name} is not JSON` }, { cause: error });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  // The values are text of strangers; where they stand says enough.
  const [issue] = parsed.error.issues;
  throw altered(
    `${name} does not have the form of one, at ${shown(issue?.path.map(String).join('.') ?? '')}`,
  );
}

/** Every file is a subject of the lineage, and every subject a file with that digest. */
function requireDigests(
  files: Files,
  subjects: readonly { name: string; digest: { sha256: string } }[],
): void {
  const named = new Set(subjects.map(({ name }) => name));
  for (const name of files.keys())
    if (name !== 'lineage.json' && !named.has(name))
      throw altered(`its lineage does not name ${shown(name)}`);
  for (const { name, digest } of subjects)
    if (sha256(bytesOf(files, name)) !== digest.sha256)
      throw altered(`${shown(name)} is not what its lineage says`);
}

/**
 * Checks the files of a report against each other and against what was handed on, and joins both to the payload that
 * is delivered: with the report's text, its outline and the keys of what it tells of.
 *
 * @param files bytes by name
 * @param payload of a completed run, without text
 * @throws ZenPulseError `artifact_altered`
 */
export function checkArtifact(files: Files, payload: CallbackPayload): CallbackPayload {
  const { results } = payload;
  if (results === null) throw altered('there is no result it could belong to');
  const lineage = read(files, 'lineage.json', lineageStatement);
  requireDigests(files, lineage.subject);
  const { request_id, pipeline_run_id, status } = lineage.predicate;
  if (pipeline_run_id !== payload.pipeline_run_id) throw altered('its lineage is of another run');
  if (request_id !== payload.request_id) throw altered('its lineage answers another request');
  if (status !== payload.status) throw altered(`its lineage says ${status}, the payload ${payload.status}`);
  const written = read(files, 'report.json', report);
  const counted = read(files, 'manifest.json', manifest);
  const markdown = bytesOf(files, 'report.md').toString('utf8');
  if (
    written.complete !== results.complete ||
    counted.complete !== results.complete ||
    written.degraded !== results.degraded ||
    markdown.length !== results.metrics.report_length_chars
  )
    throw altered('its report is not the one that the payload is about');
  return {
    ...payload,
    results: {
      ...results,
      summary_message: markdown,
      outline: reportOutline(written, counted, results.timeframe),
      included_pull_requests: counted.pull_requests.flatMap(({ key, decision }) =>
        decision === 'included' ? key : [],
      ),
    },
  };
}
