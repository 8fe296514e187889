import type { Manifest } from '../../../contract/manifest.ts';
import type { PromptFile } from '../../../contract/prompt-file.ts';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import type { Message } from '../model/model-port.ts';
import type { Wishes } from '../writer.ts';
import { compactManifest, type PullIds } from './compact-manifest.ts';
import { fillPrompt } from './fill-prompt.ts';

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

/**
 * The first messages of a run.
 * @param nonce random; text from pull requests cannot close a data block it cannot name
 */
export function reportMessages(
  prompt: PromptFile,
  manifest: Manifest,
  wishes: Wishes,
  ids: PullIds,
  bounds: { rounds: number; toolCalls: number },
  nonce: string,
): Message[] {
  return fillPrompt(prompt, {
    open: `<data ${nonce}>`,
    close: `</data ${nonce}>`,
    tool_calls: String(bounds.toolCalls),
    rounds: String(bounds.rounds),
    analysis_type: kindOfReport[manifest.analysis_type],
    tone: visibleText(wishes.tone),
    wishes: wishesIn(wishes),
    window: windowOf(manifest),
    manifest: compactManifest(manifest, ids),
  });
}
