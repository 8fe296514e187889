import type { Manifest } from '../../../contract/manifest.ts';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import type { Message } from '../model/model-port.ts';
import type { Wishes } from '../writer.ts';
import { notesPerArea } from '../wide/area-notes.ts';
import { compactNotes } from '../wide/report-from-notes.ts';
import type { WidePrompts } from '../wide/run-wide.ts';
import { compactPulls, compactPushes, type PullIds } from './compact-manifest.ts';
import { fenceMarks, insideFence } from './fence.ts';
import { fillPrompt } from './fill-prompt.ts';
import type { Prompt } from './read-prompt.ts';

const kindOfReport: Readonly<Record<Manifest['analysis_type'], string>> = {
  shipped: 'what shipped',
  release: 'notes for a release',
  upcoming: 'what ships next: merged, not yet released',
};

function windowOf({ repositories }: Manifest): string {
  return repositories
    .map(({ key, base_branch: branch, window: { base, head, spec } }) =>
      head ? `${key}, ${base?.ref ?? 'the beginning'} to ${head.ref}` : `${key}, branch ${branch}, ${spec}`,
    )
    .map(visibleText)
    .join('; ');
}

/** A maintainer's wishes come after the rules and cannot lift them: verify refuses what breaks them. */
const wishesIn = ({ customPrompt }: Wishes) =>
  customPrompt === null
    ? 'Write the report.'
    : `Write the report. The maintainers wish for this, within the rules: ${visibleText(customPrompt)}`;

/** The prompts of the agent. */
export interface AgentPrompts {
  report: Prompt;
  area: Prompt;
  areaReport: Prompt;
}

const reportSlots = (manifest: Manifest, wishes: Wishes) => ({
  analysis_type: kindOfReport[manifest.analysis_type],
  tone: visibleText(wishes.tone),
  wishes: wishesIn(wishes),
  window: windowOf(manifest),
});

/** All that a report is about: what merged, then what came without a pull request. */
const listed = ({ pull_requests: pulls, direct_pushes: pushes }: Manifest, ids: PullIds) =>
  [compactPulls(pulls, ids), compactPushes(pushes)].filter((lines) => lines !== '').join('\n');

/**
 * The first messages of a run.
 * @param nonce random; text from pull requests cannot close a data block it cannot name
 */
export const reportMessages = (
  prompts: AgentPrompts,
  manifest: Manifest,
  wishes: Wishes,
  ids: PullIds,
  bounds: { rounds: number; toolCalls: number },
  nonce: string,
): Message[] =>
  fillPrompt(prompts.report.file, {
    ...fenceMarks(nonce),
    ...reportSlots(manifest, wishes),
    tool_calls: String(bounds.toolCalls),
    rounds: String(bounds.rounds),
    manifest: insideFence(listed(manifest, ids), nonce),
  });

/**
 * The messages of a wide window: one set for each area, one for the report from all notes. No tools, so no
 * pushes to read with them.
 */
export const wideMessages = (
  prompts: AgentPrompts,
  manifest: Manifest,
  wishes: Wishes,
  ids: PullIds,
  nonce: string,
): WidePrompts => ({
  area: (pulls) =>
    fillPrompt(prompts.area.file, {
      ...fenceMarks(nonce),
      notes: String(notesPerArea),
      manifest: insideFence(compactPulls(pulls, ids), nonce),
    }),
  report: (notes) =>
    fillPrompt(prompts.areaReport.file, {
      ...fenceMarks(nonce),
      ...reportSlots(manifest, wishes),
      manifest: insideFence(compactNotes(notes), nonce),
    }),
});
