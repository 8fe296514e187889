import type { Manifest } from '../../contract/manifest.ts';
import type { Report } from '../../contract/report.ts';
import { toJson } from '../../contract/to-json.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { Wishes, Writer } from '../agent/writer.ts';
import type { Trace } from '../lineage/trace.ts';
import { plainWriter } from './plain-writer.ts';
import { verify } from './verify.ts';

/**
 * Lets the writer write, and the plain one if its draft is refused; only what passes `verify` comes out, and a
 * report that is not the first writer's says so.
 * @throws ZenPulseError `report_refused` when no draft passed
 */
export async function writeVerified(
  manifest: Manifest,
  wishes: Wishes,
  writer: Writer,
  trace: Trace,
): Promise<{ report: Report; writer: Writer }> {
  let degraded: string | null = null;
  let findings: string[] = [];
  for (const each of [writer, plainWriter]) {
    const { draft, notices } = await trace.step('write', () => each.write(manifest, wishes));
    trace.add({ type: 'draft', writer: each.adapter, draft: toJson(draft) });
    const verdict = await trace.step('verify', () => verify(draft, manifest, { degraded, notices }));
    trace.add({ type: 'verify', writer: each.adapter, findings: verdict.ok ? [] : verdict.findings });
    if (verdict.ok) return { report: verdict.report, writer: each };
    findings = verdict.findings.map(({ where, what }) => `${where} ${what}`);
    const codes = [...new Set(verdict.findings.map(({ code }) => code))];
    degraded = `the ${each.adapter} writer's draft was refused (${codes.join(', ')})`;
  }
  throw new ZenPulseError('report_refused', { findings });
}
