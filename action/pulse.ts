import type { CallbackPayload } from '../contract/callback-payload.ts';
import type { LineagePredicate } from '../contract/lineage.ts';
import type { Manifest, Notice } from '../contract/manifest.ts';
import type { PulseRequest } from '../contract/pulse-request.ts';
import { type ReportOutline, reportOutline, type Timeframe } from '../contract/reading/report-outline.ts';
import type { Report } from '../contract/report.ts';
import { type RepositoryFile, repositoryFile } from '../contract/repository-file.ts';
import { contractVersion } from '../contract/version.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';
import type { Wishes, Writer } from './agent/writer.ts';
import { canonicalJson } from './lineage/canonical-json.ts';
import { lineageFile, type RunFile, sha256 } from './lineage/run-files.ts';
import { type Clock, createTrace, type Trace } from './lineage/trace.ts';
import { plainWriter } from './report/plain-writer.ts';
import { renderMarkdown } from './report/render-markdown.ts';
import { verify } from './report/verify.ts';
import type { Reading, Source } from './sources/source.ts';
import { buildManifest, type Decided } from './window/build-manifest.ts';
import { kindNeedsPaths } from './window/change-kind.ts';
import { exclusionRules, rulesNeedPaths } from './window/exclusion-rules.ts';
import { readRepositoryFile } from './window/read-repository-file.ts';
import { type RepositoryQuery, resolveWindows } from './window/resolve-windows.ts';

/** Everything a run touches outside itself. */
export interface PulseEdges {
  sources: readonly Source[];
  clock: Clock;
  /** Called only when there is something to write about: what it loads, a run without changes never pays for. */
  loadWriter: () => Promise<Writer>;
  /** Rules to use instead of those in the repositories. */
  rules: { text: string; source: string } | null;
  requestId: string;
  /** Run id and attempt, joined by a dash. */
  pipelineRunId: string;
  tool: LineagePredicate['tool'];
  onStep?: (name: string) => void;
}

export interface PulseResult {
  status: 'completed' | 'no_changes' | 'validated';
  manifest: Manifest;
  outline: ReportOutline | null;
  /** The run artifact; empty for a dry run. */
  files: RunFile[];
  results: NonNullable<CallbackPayload['results']>;
}

/** One repository, read and with the rules that apply to it. */
interface Surveyed {
  query: RepositoryQuery;
  source: Source;
  reading: Reading;
  file: RepositoryFile;
  /** Where the rules came from, and their digest for the lineage. */
  rules: { source: string; text: string } | null;
}

async function survey(
  query: RepositoryQuery,
  source: Source,
  edges: PulseEdges,
  trace: Trace,
): Promise<Surveyed> {
  const reading = await source.read(query);
  const rules = edges.rules ?? reading.rules;
  const file = rules
    ? readRepositoryFile(rules.text, `${source.key}: ${rules.source}`)
    : repositoryFile.parse({});
  trace.add({
    type: 'source',
    repository: source.key,
    pull_requests: reading.changes.filter(({ number }) => number !== null).length,
    direct_pushes: reading.changes.filter(({ number }) => number === null).length,
    complete: reading.complete,
  });
  return { query, source, reading, file, rules };
}

/** Reads changed paths where a rule asks for them, or where they are cheap and tell what a change is. */
async function decide({ query, source, reading, file }: Surveyed): Promise<Decided> {
  const wanted = rulesNeedPaths(file)
    ? reading.changes
    : source.hasCheapPaths
      ? reading.changes.filter(
          ({ number, title, labels }) => number !== null && kindNeedsPaths({ title, labels: labels ?? [] }),
        )
      : [];
  const paths = await source.changedPaths(wanted);
  return {
    reading,
    rule: exclusionRules(file, query.ignoredPulls),
    paths: new Map(wanted.map((change, at) => [change, paths[at] ?? []])),
  };
}

function timeframeOf(readings: readonly Reading[]): Timeframe {
  const starts = readings.map(({ timeframe }) => timeframe.start);
  const ends = readings.flatMap(({ timeframe }) => timeframe.end ?? []);
  const window = readings.length === 1 ? readings[0]?.repository.window : undefined;
  return {
    start: starts.includes(null) ? null : (starts.filter((start) => start !== null).sort()[0] ?? null),
    end: ends.sort().at(-1) ?? null,
    base: window?.base?.ref ?? null,
    head: window?.head?.ref ?? null,
  };
}

function wishesOf(request: PulseRequest, files: readonly RepositoryFile[]): Wishes {
  return {
    tone: request.tone ?? files.flatMap(({ report }) => report.tone ?? [])[0] ?? 'neutral',
    customPrompt: request.custom_prompt ?? files.flatMap(({ report }) => report.prompt ?? [])[0] ?? null,
    sections: files.flatMap(({ report }) => report.sections),
  };
}

/** Tries the writer, then the plain one; only a draft that passes `verify` comes out. */
async function writeVerified(manifest: Manifest, wishes: Wishes, writer: Writer, trace: Trace) {
  let degraded: string | null = null;
  let notices: Notice[] = [];
  let findings: string[] = [];
  for (const each of [writer, plainWriter]) {
    const { adapter } = each;
    const written = await trace.step('write', () => each.write(manifest, wishes));
    notices = [...notices, ...written.notices];
    trace.add({ type: 'draft', writer: adapter, draft: toJson(written.draft) });
    const verdict = await trace.step('verify', () => verify(written.draft, manifest, { degraded, notices }));
    trace.add({
      type: 'verify',
      writer: adapter,
      findings: verdict.ok ? [] : verdict.findings.map((finding) => ({ ...finding })),
    });
    if (verdict.ok) return { report: verdict.report, writer: each };
    findings = verdict.findings.map(({ where, what }) => `${where} ${what}`);
    degraded = `the ${adapter} writer's draft was refused (${[...new Set(verdict.findings.map(({ code }) => code))].join(', ')})`;
  }
  throw new ZenPulseError('report_refused', { findings });
}

/** A draft as JSON can hold it; what it cannot is recorded as text rather than lost. */
const toJson = (draft: unknown) =>
  JSON.parse(JSON.stringify(draft ?? null)) as LineagePredicate['request'][string];

function predicateOf(
  request: PulseRequest,
  edges: PulseEdges,
  surveyed: readonly Surveyed[],
  run: Pick<LineagePredicate, 'status' | 'writer' | 'started_at' | 'finished_at'>,
): LineagePredicate {
  const { webhook_token: _secret, ...shown } = request;
  return {
    contract_version: contractVersion,
    request_id: edges.requestId,
    pipeline_run_id: edges.pipelineRunId,
    tool: edges.tool,
    request: toJson(shown) as LineagePredicate['request'],
    repository_file: surveyed.flatMap(({ source, rules }) =>
      rules ? { repository: source.key, source: rules.source, sha256: sha256(rules.text) } : [],
    ),
    inputs: surveyed.map(({ source, reading }) => ({
      repository: source.key,
      source: source.kind,
      base: reading.repository.window.base?.commit ?? null,
      head: reading.repository.window.head?.commit ?? null,
      ...reading.timeframe,
    })),
    prompt: null,
    tools: [],
    ...run,
  };
}

function resultsOf(
  manifest: Manifest,
  timeframe: Timeframe,
  trace: Trace,
  written: { report: Report; markdown: string } | null,
): PulseResult['results'] {
  const included = <Entry extends { decision: string }>(entries: readonly Entry[]) =>
    entries.filter(({ decision }) => decision === 'included').length;
  return {
    summary_message: written?.markdown ?? null,
    metrics: {
      preflight_merged_pr_count: manifest.pull_requests.length,
      included_pr_count: included(manifest.pull_requests),
      direct_push_count: included(manifest.direct_pushes),
      report_length_chars: written?.markdown.length ?? 0,
      model_call_count: 0,
      tool_call_count: 0,
      input_tokens: 0,
      output_tokens: 0,
      step_ms: trace.stepMs(),
    },
    timeframe,
    degraded: written?.report.degraded ?? null,
    complete: manifest.complete,
  };
}

const nothingWritten = { adapter: 'none', model: null, version: '1', degraded: null };

/**
 * One run: resolve, preflight, manifest, write, verify, render, files.
 * @throws ZenPulseError of the catalogue; nothing has been written anywhere then
 */
export async function pulse(request: PulseRequest, edges: PulseEdges): Promise<PulseResult> {
  const trace = createTrace(edges.clock, edges.onStep);
  const started_at = trace.now('run starts').toISOString();

  // 1. Resolve: what each repository is asked for.
  const keys = edges.sources.map(({ key }) => key);
  const queries = await trace.step('resolve', () => resolveWindows(request, keys, trace.now('window ends')));

  // 2. Preflight: what merged there, and the rules in force.
  const surveyed = await trace.step('preflight', () =>
    Promise.all(
      edges.sources.map((source, at) => survey(queries[at] as RepositoryQuery, source, edges, trace)),
    ),
  );
  const timeframe = timeframeOf(surveyed.map(({ reading }) => reading));

  // 3. Manifest: every pull request decided, with its reason.
  const manifest = await trace.step('manifest', async () =>
    buildManifest(request.analysis_type, await Promise.all(surveyed.map(decide))),
  );
  const manifestFile = { name: 'manifest.json', content: canonicalJson(manifest) };
  const seal = (files: RunFile[], run: Pick<LineagePredicate, 'status' | 'writer'>): RunFile[] => {
    const finished_at = trace.now('run ends').toISOString();
    const subjects = [...files, { name: 'trace.jsonl', content: trace.toJsonLines() }];
    return [
      ...subjects,
      lineageFile(subjects, predicateOf(request, edges, surveyed, { ...run, started_at, finished_at })),
    ];
  };
  if (request.dry_run) {
    return {
      status: 'validated',
      manifest,
      outline: null,
      files: [],
      results: resultsOf(manifest, timeframe, trace, null),
    };
  }
  const hasChanges = [...manifest.pull_requests, ...manifest.direct_pushes].some(
    ({ decision }) => decision === 'included',
  );
  if (!hasChanges) {
    const files = seal([manifestFile], { status: 'no_changes', writer: nothingWritten });
    return {
      status: 'no_changes',
      manifest,
      outline: null,
      files,
      results: resultsOf(manifest, timeframe, trace, null),
    };
  }

  // 4 and 5. Write and verify: no draft passes unchecked, whoever wrote it.
  const wishes = wishesOf(
    request,
    surveyed.map(({ file }) => file),
  );
  const { report, writer } = await writeVerified(manifest, wishes, await edges.loadWriter(), trace);

  // 6. Render.
  const outline = reportOutline(report, manifest, timeframe);
  const markdown = await trace.step('render', () => renderMarkdown(outline));

  // 7. Files.
  const files = seal(
    [
      { name: 'report.md', content: markdown },
      { name: 'report.json', content: canonicalJson(report) },
      manifestFile,
    ],
    {
      status: 'completed',
      writer: {
        adapter: writer.adapter,
        model: writer.model,
        version: writer.version,
        degraded: report.degraded,
      },
    },
  );
  return {
    status: 'completed',
    manifest,
    outline,
    files,
    results: resultsOf(manifest, timeframe, trace, { report, markdown }),
  };
}
