import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { styleText } from 'node:util';
import type { Command } from 'commander';
import {
  type ArtifactLocation,
  endedPayload,
  failedPayload,
  type RunIdentity,
} from '../../action/callback-payload.ts';
import { sha256 } from '../../action/lineage/run-files.ts';
import { type PulseResult, pulse } from '../../action/pulse.ts';
import { problemsOf } from '../../contract/problems.ts';
import { type PulseRequest, pulseRequest, pulseRequestFields } from '../../contract/pulse-request.ts';
import { isForReaders, isWarning, warningsOf } from '../../contract/reading/notices.ts';
import { toZenPulseError, ZenPulseError } from '../../contract/zenpulse-error.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { enclosingClone } from '../enclosing-clone.ts';
import type { Io } from '../io.ts';
import { loadWriters, secretsIn } from '../load-writers.ts';
import { openSources } from '../open-sources.ts';
import { parsePreview, previewFiles, type PreviewMedium } from '../preview.ts';
import { createProgressLine, type ProgressLine } from '../progress-line.ts';
import { renderTerminal } from '../render-terminal.ts';
import { addRequestOptions, rawRequest } from '../request-options.ts';
import { ignoreInGit, writeRunFiles } from '../write-run-files.ts';

interface ReportOptions extends Record<string, unknown> {
  out?: string;
  json?: boolean;
  configFile?: string;
  preview?: string[];
}

const examples = `
Examples:
  zenpulse report                                        the last 7 days of the clone you stand in
  zenpulse report --date-range 2026-11-01..2026-11-15    two weeks
  zenpulse report --tag-range v1.2.0..v1.3.0             what is between two tags
  zenpulse report --analysis-type release                notes for the newest tag
  zenpulse report --analysis-type upcoming               what waits for the next release
  zenpulse report --repo ../shop --repo ../billing --tone friendly
  GITHUB_TOKEN=… zenpulse report --repo acme/shop        from GitHub instead of a clone
  zenpulse report --preview html                         how it would look in Slack, as a page
  zenpulse report --json --out report | jq .status       for scripts`;

const stepWords: Readonly<Record<string, string>> = {
  resolve: 'Resolving the window',
  preflight: 'Reading history',
  manifest: 'Deciding what is in',
  write: 'Writing',
  verify: 'Checking against the facts',
  render: 'Rendering',
};

function parseRequest(raw: Record<string, unknown>): PulseRequest {
  const parsed = pulseRequest.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new ZenPulseError('request_invalid', {
    problems: problemsOf(parsed.error, raw, Object.keys(pulseRequestFields)),
  });
}

async function readRulesFile(path: string, folder: string): Promise<{ text: string; source: string }> {
  try {
    return { text: await readFile(resolve(folder, path), 'utf8'), source: path };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new ZenPulseError('file_unreadable', { path, cause }, { cause: error });
  }
}

async function run(
  options: ReportOptions,
  identity: RunIdentity,
  io: Io,
  progress: ProgressLine,
): Promise<PulseResult> {
  const request = parseRequest(rawRequest(options, await enclosingClone(io.folder)));
  const rules = options.configFile === undefined ? null : await readRulesFile(options.configFile, io.folder);
  const sources = await openSources(request.repo, io, (message) => progress.show(message));
  return pulse(request, {
    sources,
    clock: io.clock,
    loadWriters: () => loadWriters(request, sources, io),
    secrets: secretsIn(io.environment),
    rules,
    requestId: identity.requestId,
    pipelineRunId: identity.pipelineRunId,
    tool: { name: 'zenpulse', version: packageFile.version, runtime: io.runtime },
    onStep: (name) => progress.show(`${stepWords[name] ?? name}…`),
  });
}

/** Writes the run's files and says where they are; a dry run has none. */
async function keep(
  result: PulseResult,
  out: string | undefined,
  runId: string,
  io: Io,
): Promise<ArtifactLocation> {
  const lineage = result.files.find(({ name }) => name === 'lineage.json');
  if (!lineage) return null;
  const folder = resolve(io.folder, out ?? join('.zenpulse', 'runs', runId));
  if (out === undefined) await ignoreInGit(resolve(io.folder, '.zenpulse'));
  await writeRunFiles(folder, result.files);
  return { uri: pathToFileURL(folder).href, digest: `sha256:${sha256(lineage.content)}` };
}

/**
 * Writes previews beside the run's files. Where no report was written there is nothing to show.
 * @returns what to say of it, line by line
 */
async function keepPreviews(
  { results: { outline } }: PulseResult,
  media: readonly PreviewMedium[],
  artifact: ArtifactLocation,
): Promise<string[]> {
  if (media.length === 0) return [];
  if (outline === null || artifact === null) return ['No preview: no report was written.'];
  const folder = fileURLToPath(artifact.uri);
  const files = previewFiles(outline, media);
  await writeRunFiles(folder, files);
  return files.map(({ name }) => `Preview: ${join(folder, name)}`);
}

/** What a person reads when no report was written. */
function sayWhatWasFound({ status, manifest, results }: PulseResult): string {
  const { preflight_merged_pr_count: merged, included_pr_count: included } = results.metrics;
  const pushes = results.metrics.direct_push_count;
  const found = `${merged} merged pull request${merged === 1 ? '' : 's'}, ${included} included; ${pushes} direct push${pushes === 1 ? '' : 'es'}`;
  const reasons = manifest.pull_requests.flatMap(({ key, reason }) =>
    reason ? `  ${key}: ${reason.detail}` : [],
  );
  const title = status === 'validated' ? 'The request is valid; nothing was written.' : 'Nothing to report.';
  const warnings = warningsOf(manifest.notices).map((warning) => `Note: ${warning}`);
  const notices = manifest.notices.flatMap((notice) => (isWarning(notice) ? [] : `Note: ${notice.text}`));
  return [...warnings, `${title} Found: ${found}.`, ...reasons, ...notices].join('\n');
}

/** What no report shows. @returns line by line */
const operatorNotices = ({ manifest, results }: PulseResult): string[] =>
  results.outline === null
    ? []
    : manifest.notices.flatMap((notice) => (isForReaders(notice) ? [] : `Note: ${notice.text}`));

function print(result: PulseResult, artifact: ArtifactLocation, io: Io): void {
  if (result.results.outline === null) io.stdout.write(`${sayWhatWasFound(result)}\n`);
  else if (io.stdout.isTTY) io.stdout.write(`\n${renderTerminal(result.results.outline, io.stdout)}\n`);
  else io.stdout.write(result.results.summary_message ?? '');
  if (artifact)
    io.stderr.write(
      `${styleText('dim', `Files: ${new URL(artifact.uri).pathname}`, { stream: io.stderr })}\n`,
    );
}

async function report(options: ReportOptions, io: Io): Promise<void> {
  const startedAt = io
    .clock()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  const runId = `${startedAt}-${io.newId()}`;
  const requestId = typeof options['requestId'] === 'string' ? options['requestId'] : runId;
  const identity = { requestId, pipelineRunId: `${runId}-1` };
  const progress = createProgressLine(io.stderr);
  const printPayload = (payload: object) => io.stdout.write(`${JSON.stringify(payload, null, 2)}\n`);
  try {
    const media = parsePreview(options.preview ?? []);
    const result = await run(options, identity, io, progress);
    const artifact = await keep(result, options.out, runId, io);
    // Before anything is printed: a run prints one payload, also when this fails.
    const previews = await keepPreviews(result, media, artifact);
    progress.clear();
    if (options.json)
      printPayload(endedPayload(identity, result, result.status === 'completed' ? artifact : null));
    else print(result, artifact, io);
    for (const line of [...operatorNotices(result), ...previews])
      io.stderr.write(`${styleText('dim', line, { stream: io.stderr })}\n`);
  } catch (thrown) {
    progress.clear();
    const error = toZenPulseError(thrown);
    if (options.json) printPayload(failedPayload(identity, error));
    throw error;
  }
}

export function addReportCommand(program: Command, io: Io): void {
  addRequestOptions(program.command('report').description('Report what merged: counted, written, checked.'))
    .option('--config-file <path>', 'Rules to use instead of the .github/zenpulse.yml in the repository.')
    .option('--out <dir>', 'Where the files of the run go. Default: .zenpulse/runs/<id>')
    .option(
      '--preview <media>',
      'Also write how the report looks elsewhere: slack (preview.slack.json), html (preview.html). Repeatable.',
      (value: string, before: string[] | undefined) => [...(before ?? []), value],
    )
    .option('--json', 'Print the callback payload on stdout, and nothing else.')
    .addHelpText('after', examples)
    .action((options: ReportOptions) => report(options, io));
}
