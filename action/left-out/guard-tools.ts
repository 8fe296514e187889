import type { Manifest } from '../../contract/manifest.ts';
import { type PlannedCall, planCall } from '../agent/tools/model-tools.ts';
import type { ToolBox, ToolResult } from '../agent/tools/tool-box.ts';
import { toolLimits } from '../agent/tools/tool-policy.ts';
import { scopeOf } from '../agent/tools/tool-scope.ts';
import { leftOutPulls, type RuledRepository } from './left-out-pulls.ts';
import { withoutLines } from './left-out-titles.ts';

const refused = (why: string): ToolResult => ({ content: `left_out: ${why}`, isError: true });

const holdsOthers = refused('It holds changes that are left out; only its summary may be read.');
const namesOthers = refused('It names changes that are left out, so it may not be read.');
const unchecked = refused('It could not be checked against what is left out, so it may not be read.');

/** The line before the mark of a cut: it may end within a title. */
const cutLine = /\n[^\n]*(?=\n\[truncated: \d{1,12} of \d{1,12} characters\]$)/;

/**
 * Tools that show nothing of what a rule leaves out: of a pull request that holds such changes only the summary may be
 * read, and no line that names one is in any answer. The words for that tell of none.
 * @param manifest with its titles, not as a public place shows it
 */
export function guardTools(
  tools: ToolBox,
  manifest: Manifest,
  repositories: readonly RuledRepository[],
): ToolBox {
  const scope = scopeOf(manifest);
  const leftOut = leftOutPulls(manifest, repositories);

  async function guarded(
    { reading, repository, number }: PlannedCall,
    signal: AbortSignal,
    answer: () => Promise<ToolResult>,
  ): Promise<ToolResult> {
    const isInner = reading !== 'summary' && number !== null;
    if (isInner && (await leftOut.isHeldBy(repository, number, signal))) return holdsOthers;
    const result = await answer();
    const text = result.content.replace(cutLine, '');
    const lines = await leftOut.linesIn(text, { repository, author: null }, signal);
    if (lines.size === 0) return result;
    return reading === 'commit' ? namesOthers : { ...result, content: withoutLines(text, lines) };
  }

  return {
    get server() {
      return tools.server;
    },
    specs: tools.specs,
    async call(call, signal) {
      const answer = () => tools.call(call, signal);
      const planned = planCall(call, scope);
      if ('refusal' in planned) return answer();
      const bounded = AbortSignal.any([signal, AbortSignal.timeout(toolLimits.callMs)]);
      try {
        return await guarded(planned, bounded, answer);
      } catch {
        // What failed is a look-up: a tool's call never does.
        return unchecked;
      }
    },
    close: () => tools.close(),
  };
}
