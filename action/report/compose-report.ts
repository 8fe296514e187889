import type { Manifest } from '../../contract/manifest.ts';
import type { PulseRequest } from '../../contract/pulse-request.ts';
import type { RepositoryFile } from '../../contract/repository-file.ts';
import type { ReportOutline } from '../../contract/outline.ts';
import { reportOutline, type Timeframe } from '../../contract/reading/report-outline.ts';
import type { Report } from '../../contract/report.ts';
import type { Writer, WriterUsage } from '../agent/writer.ts';
import type { RuledRepository } from '../left-out/left-out-pulls.ts';
import type { Trace } from '../lineage/trace.ts';
import { renderMarkdown } from './render-markdown.ts';
import { wishesOf } from './wishes-of.ts';
import { writeVerified } from './write-verified.ts';

/** A verified report in all its forms. */
export interface ComposedReport {
  report: Report;
  outline: ReportOutline;
  markdown: string;
  /** The writer whose draft passed. */
  writer: Writer;
  usage: WriterUsage;
}

/** What a report is made from. */
export interface ReportParts {
  /** With the titles of what is left out, which no part of a report may hold. */
  manifest: Manifest;
  repositories: readonly RuledRepository[];
  timeframe: Timeframe;
  request: PulseRequest;
  /** The rules of each repository. */
  files: readonly RepositoryFile[];
  /** Tried in order. */
  writers: readonly Writer[];
}

/**
 * Write, verify, render: no draft passes unchecked, whoever wrote it; titles, authors, links and numbers come in
 * from the manifest. Loaded only when there is something to report.
 * @throws ZenPulseError `report_refused`
 */
export async function composeReport(parts: ReportParts, trace: Trace): Promise<ComposedReport> {
  const { manifest, timeframe, request, files, repositories } = parts;
  const { report, writer, usage } = await writeVerified(
    manifest,
    wishesOf(request, files),
    parts.writers,
    trace,
    repositories,
  );
  const outline = reportOutline(report, manifest, timeframe);
  const markdown = await trace.step('render', () => renderMarkdown(outline));
  return { report, outline, markdown, writer, usage };
}
