import type { Manifest } from '../../contract/manifest.ts';
import type { Report } from '../../contract/report.ts';
import { visibleText } from '../../contract/reading/visible-text.ts';
import { toJson } from '../../contract/to-json.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { noUsage, type Wishes, type Writer, type WriterUsage } from '../agent/writer.ts';
import type { RuledRepository } from '../left-out/left-out-pulls.ts';
import type { Trace } from '../lineage/trace.ts';
import { plainWriter } from './plain-writer.ts';
import { verify } from './verify.ts';

/** A report with the writer whose draft passed, and what all writers took. */
export interface VerifiedReport {
  report: Report;
  writer: Writer;
  usage: WriterUsage;
}

const sum = (left: WriterUsage, right: WriterUsage): WriterUsage => ({
  modelCalls: left.modelCalls + right.modelCalls,
  toolCalls: left.toolCalls + right.toolCalls,
  inputTokens: left.inputTokens + right.inputTokens,
  outputTokens: left.outputTokens + right.outputTokens,
});

/** Keys as findings quote them: no words of anybody's. */
const quotedKey = /"[\w.-]+\/[\w.-]+#\d+"/g;

/** A writer's reason as it may be shown: in its brackets it can quote what a model wrote, and is then cut before them. */
function shownReason(reason: string): string {
  const quotesWords = reason.replace(quotedKey, '').includes('"');
  return visibleText(quotesWords ? (/^[^("]*/.exec(reason)?.[0] ?? '') : reason);
}

/**
 * Lets writers write, one after the other and the plain one last, until a draft passes `verify`; a report that is
 * not the first writer's says so.
 * @param manifest with the titles of what is left out, which no draft may hold
 * @throws ZenPulseError `report_refused` when no draft passed
 */
export async function writeVerified(
  manifest: Manifest,
  wishes: Wishes,
  writers: readonly Writer[],
  trace: Trace,
  repositories: readonly RuledRepository[] = [],
): Promise<VerifiedReport> {
  const check = (draft: unknown) => {
    const verdict = verify(draft, manifest, { degraded: null, notices: [] });
    return verdict.ok ? [] : verdict.findings.map(({ where, what }) => `${where} ${what}`);
  };
  let usage = noUsage;
  let degraded: string | null = null;
  let findings: string[] = [];
  for (const writer of [...writers, plainWriter]) {
    const { adapter } = writer;
    const written = await trace.step('write', () =>
      writer.write(manifest, wishes, { check, trace, repositories }),
    );
    usage = sum(usage, written.usage);
    trace.add({ type: 'draft', writer: adapter, draft: toJson(written.draft) });
    if (written.draft === null) {
      degraded = `the ${adapter} writer handed in no report: ${shownReason(written.reason ?? 'it gave no reason')}`;
      continue;
    }
    const verdict = await trace.step('verify', () =>
      verify(written.draft, manifest, { degraded, notices: written.notices }),
    );
    trace.add({ type: 'verify', writer: adapter, findings: verdict.ok ? [] : verdict.findings });
    if (verdict.ok) return { report: verdict.report, writer, usage };
    findings = verdict.findings.map(({ where, what }) => `${where} ${what}`);
    const codes = [...new Set(verdict.findings.map(({ code }) => code))];
    degraded = `the ${adapter} writer's draft was refused (${codes.join(', ')})`;
  }
  throw new ZenPulseError('report_refused', { findings });
}
