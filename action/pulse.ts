import { setImmediate } from 'node:timers/promises';
import type { CallbackPayload } from '../contract/callback-payload.ts';
import type { LineagePredicate } from '../contract/lineage.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { PulseRequest } from '../contract/pulse-request.ts';
import type { Timeframe } from '../contract/reading/report-outline.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';
import type { Writer } from './agent/writer.ts';
import type { RunFacts } from './lineage/lineage-predicate.ts';
import type { RunFile } from './lineage/run-files.ts';
import { createRedactor } from './lineage/redact.ts';
import { type Clock, createTrace, type Trace } from './lineage/trace.ts';
import { type Surveyed, survey } from './preflight/survey.ts';
import type { Source } from './sources/source.ts';
import type { RulesText } from '../rules/read-repository-file.ts';
import { type RepositoryQuery, resolveWindows } from './window/resolve-windows.ts';

/** Everything a run touches outside itself. */
export interface PulseEdges {
  sources: readonly Source[];
  clock: Clock;
  /** Called only when there is something to write about: what it loads, a run without changes never pays for. */
  loadWriters: () => Promise<readonly Writer[]>;
  /** Rules to use instead of those in the repositories. */
  rules: RulesText | null;
  requestId: string;
  /** Run id and attempt, joined by a dash. */
  pipelineRunId: string;
  tool: LineagePredicate['tool'];
  /** True where the artifact can be read by anyone: of what is excluded it then shows only number and reason. */
  isPublic?: boolean;
  /** False refuses private repositories, as a public place must. Default: true. */
  allowsPrivateSources?: boolean;
  /** Told what exists when a run fails after its manifest was made, for somebody to look into. */
  onPartial?: (files: RunFile[]) => void;
  onStep?: (name: string) => void;
  /** Values that must not be kept anywhere, such as tokens and keys of this run. */
  secrets?: readonly string[];
}

export type RunResults = NonNullable<CallbackPayload['results']>;

export interface PulseResult {
  status: 'completed' | 'no_changes' | 'validated';
  manifest: Manifest;
  /** The run artifact, whole; empty for a dry run. */
  files: RunFile[];
  results: RunResults;
}

const includedIn = <Entry extends { decision: string }>(entries: readonly Entry[]) =>
  entries.filter(({ decision }) => decision === 'included').length;

function resultsOf(manifest: Manifest, timeframe: Timeframe, trace: Trace): RunResults {
  return {
    summary_message: null,
    outline: null,
    included_pull_requests: manifest.pull_requests.flatMap(({ key, decision }) =>
      decision === 'included' ? key : [],
    ),
    metrics: {
      preflight_merged_pr_count: manifest.pull_requests.length,
      included_pr_count: includedIn(manifest.pull_requests),
      direct_push_count: includedIn(manifest.direct_pushes),
      report_length_chars: 0,
      model_call_count: 0,
      tool_call_count: 0,
      input_tokens: 0,
      output_tokens: 0,
      step_ms: trace.stepMs(),
    },
    timeframe,
    degraded: null,
    complete: manifest.complete,
  };
}

function refusePrivate(surveyed: readonly Surveyed[]): void {
  const found = surveyed.find(({ reading }) => reading.isPrivate === true);
  if (found) throw new ZenPulseError('private_source', { repository: found.source.key });
}

/** Two names of one repository, as before and after a rename, would count everything twice. */
function refuseTwice(surveyed: readonly Surveyed[]): void {
  const pages = surveyed.map(({ reading }) => reading.repository.url?.toLowerCase());
  for (const [at, page] of pages.entries()) {
    const first = pages.indexOf(page);
    if (page === undefined || first === at) continue;
    const paths = [first, at].flatMap((each) => surveyed[each]?.source.key ?? []);
    throw new ZenPulseError('repository_twice', { key: new URL(page).pathname.slice(1), paths });
  }
}

/**
 * Loads what a run needs once its sources have answered, while they are waited for: a turn of the event loop to
 * connect and one to send come first, so that loading delays no request.
 */
async function loadWhileWaiting() {
  await setImmediate();
  await setImmediate();
  return import('./after-reading.ts');
}

/** Runs a step that may fail when there is something to leave behind. */
async function keepingPartial<Result>(run: () => Promise<Result>, keep: () => void): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    keep();
    throw error;
  }
}

/** Takes the titles of what is left out from a text; loaded only where something is. */
async function hidingTitles(manifest: Manifest): Promise<((text: string) => string) | undefined> {
  const { pull_requests: pulls, direct_pushes: pushes } = manifest;
  if ([...pulls, ...pushes].every(({ decision }) => decision === 'included')) return undefined;
  return (await import('./left-out/left-out-titles.ts')).hideTitles(manifest);
}

const nobodyWrote = {
  writer: { adapter: 'none', model: null, version: '1', degraded: null },
  prompts: [],
  tools: [],
};

/**
 * One run: resolve, preflight, manifest, write, verify, render, files.
 * @throws ZenPulseError of the catalogue; nothing has been written anywhere then
 */
export async function pulse(request: PulseRequest, edges: PulseEdges): Promise<PulseResult> {
  const { sources, requestId, pipelineRunId, tool } = edges;
  const trace = createTrace(edges.clock, edges.onStep, createRedactor(edges.secrets ?? []));
  const started_at = trace.now('run starts').toISOString();

  // 1. Resolve: what each repository is asked for.
  const keys = sources.map(({ key }) => key);
  const queries = await trace.step('resolve', () => resolveWindows(request, keys, trace.now('window ends')));

  // 2. Preflight: what merged there, and the rules in force.
  const loading = loadWhileWaiting();
  const surveyed = await trace.step('preflight', () =>
    Promise.all(
      sources.map((source, at) => survey(source, queries[at] as RepositoryQuery, edges.rules, trace)),
    ),
  );
  if (edges.allowsPrivateSources === false) refusePrivate(surveyed);
  refuseTwice(surveyed);
  const { canonicalJson, decideAll, lineageFile, lineagePredicate, redactExcluded, timeframeOf } =
    await loading;
  const timeframe = timeframeOf(surveyed);

  // 3. Manifest: every pull request decided, with its reason.
  const { manifest: decided, repositories } = await trace.step('manifest', () =>
    decideAll(request, surveyed),
  );
  // What is kept and returned; writing and checking need the titles of what is left out, to keep them out.
  const manifest = edges.isPublic ? redactExcluded(decided) : decided;
  const manifestFile = { name: 'manifest.json', content: canonicalJson(manifest) };
  const hide = await hidingTitles(decided);
  const traceFile = () => ({ name: 'trace.jsonl', content: trace.toJsonLines(hide) });
  const seal = (
    files: readonly RunFile[],
    { status, writer, prompts, tools }: Pick<RunFacts, 'status' | 'writer' | 'prompts' | 'tools'>,
  ): RunFile[] => {
    const finished_at = trace.now('run ends').toISOString();
    const subjects = [...files, traceFile()];
    const run = {
      status,
      writer,
      prompts,
      tools,
      request_id: requestId,
      pipeline_run_id: pipelineRunId,
      tool,
      started_at,
      finished_at,
    };
    return [...subjects, lineageFile(subjects, lineagePredicate(request, surveyed, run))];
  };

  if (request.dry_run) {
    return {
      status: 'validated',
      manifest,
      files: [],
      results: resultsOf(manifest, timeframe, trace),
    };
  }
  if (includedIn(manifest.pull_requests) + includedIn(manifest.direct_pushes) === 0) {
    const files = seal([manifestFile], { status: 'no_changes', ...nobodyWrote });
    return {
      status: 'no_changes',
      manifest,
      files,
      results: resultsOf(manifest, timeframe, trace),
    };
  }

  // 4, 5 and 6. Write, verify, render: loaded only now, a run without changes never pays for it.
  const files = surveyed.map(({ file }) => file);
  const { report, outline, markdown, writer, usage } = await keepingPartial(
    async () => {
      const { composeReport } = await import('./report/compose-report.ts');
      return composeReport(
        {
          manifest: decided,
          repositories,
          timeframe,
          request,
          files,
          writers: await edges.loadWriters(),
        },
        trace,
      );
    },
    () => edges.onPartial?.([manifestFile, traceFile()]),
  );
  const { adapter, model, version, prompts, tools } = writer;
  const { degraded } = report;

  // 7. Files: all of them, sealed by the lineage.
  const writtenFiles = [
    { name: 'report.md', content: markdown },
    { name: 'report.json', content: canonicalJson(report) },
    manifestFile,
  ];
  const sealed = seal(writtenFiles, {
    status: 'completed',
    writer: { adapter, model, version, degraded },
    prompts: [...prompts],
    tools: [...tools],
  });
  const results = resultsOf(manifest, timeframe, trace);
  const metrics = {
    ...results.metrics,
    report_length_chars: markdown.length,
    model_call_count: usage.modelCalls,
    tool_call_count: usage.toolCalls,
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
  };
  return {
    status: 'completed',
    manifest,
    files: sealed,
    results: { ...results, summary_message: markdown, outline, metrics, degraded },
  };
}
