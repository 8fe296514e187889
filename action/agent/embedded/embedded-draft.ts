import type { Manifest } from '../../../contract/manifest.ts';
import { draftLimits, type ReportDraft } from '../../../contract/report.ts';
import { capitalise, countOf, joinWords } from '../../report/words.ts';
import type { Wishes } from '../writer.ts';
import { groupSections } from './group-sections.ts';
import { kindsInWords, type ManifestFacts, manifestFacts } from './manifest-facts.ts';
import { type Tone, tones } from './tones.ts';

/** What a headline names after its highlights: fixes if there are any, else the number of further changes. */
function tailOf(facts: ManifestFacts, named: number): string[] {
  if (facts.kinds.fix > 0) return [countOf(facts.kinds.fix, 'fix', 'fixes')];
  const rest = facts.pulls - named;
  return rest > 0 ? [countOf(rest, 'other change')] : [];
}

function headlineWords(facts: ManifestFacts): string {
  if (facts.pulls === 0) return `${countOf(facts.pushes, 'commit')} pushed without a pull request`;
  for (const count of [2, 1]) {
    const named = facts.highlights.slice(0, count);
    const words = joinWords([...named, ...tailOf(facts, named.length)]);
    if (named.length === count && words.length < draftLimits.headline / 1.5) return words;
  }
  return kindsInWords(facts);
}

function headlineOf(manifest: Manifest, facts: ManifestFacts): string {
  const words = headlineWords(facts);
  const led =
    manifest.analysis_type === 'upcoming'
      ? `Coming next: ${words}`
      : facts.release === null
        ? capitalise(words)
        : `${facts.release}: ${words}`;
  return led.length <= draftLimits.headline ? led : capitalise(countOf(facts.pulls, 'merged change'));
}

function firstSentence(manifest: Manifest, facts: ManifestFacts, tone: Tone): string {
  if (facts.pulls === 0) return capitalise(tone.onlyPushes(facts));
  if (manifest.analysis_type === 'upcoming') return capitalise(tone.upcoming(facts));
  // It starts with the release's name, whose case is its own.
  if (manifest.analysis_type === 'release') return tone.release(facts, facts.release ?? 'This release');
  return capitalise(tone.shipped(facts));
}

function secondSentence({ kinds, areas }: ManifestFacts, tone: Tone): string {
  if (kinds.breaking > 0) return capitalise(tone.breaking(kinds.breaking));
  if (kinds.reverted > 0) return capitalise(tone.reverted(kinds.reverted));
  return areas.length > 0 ? tone.areas(areas) : tone.calm;
}

/**
 * A draft by rules. Pull requests speak by their titles, which code renders; its own prose holds counts and words
 * found safe.
 */
export function embeddedDraft(manifest: Manifest, wishes: Wishes): ReportDraft {
  const facts = manifestFacts(manifest);
  const tone =
    (Object.hasOwn(tones, wishes.tone) ? tones[wishes.tone] : undefined) ?? (tones['neutral'] as Tone);
  return {
    headline: headlineOf(manifest, facts),
    summary: `${firstSentence(manifest, facts, tone)} ${secondSentence(facts, tone)}`,
    sections: groupSections(manifest, wishes.sections),
  };
}
