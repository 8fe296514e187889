import type { Manifest, Notice } from '../../contract/manifest.ts';
import { draftLimits, type ReportDraft } from '../../contract/report.ts';
import { capitalise, countOf, joinWords } from '../report/words.ts';
import { groupSections } from './embedded/group-sections.ts';
import { kindsInWords, type ManifestFacts, manifestFacts } from './embedded/manifest-facts.ts';
import { type Tone, tones } from './embedded/tones.ts';
import { noUsage, type Wishes, type Writer } from './writer.ts';

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

/** Wishes that take a model are told, not dropped without a word. */
function unmetWishes({ tone, customPrompt }: Wishes): Notice[] {
  const notices: Notice[] = [];
  if (!(tone in tones)) {
    notices.push({
      code: 'tone_needs_model',
      text: `The tone asked for takes a model; the embedded writer knows ${joinWords(Object.keys(tones))} and wrote in neutral.`,
    });
  }
  if (customPrompt !== null) {
    notices.push({
      code: 'prompt_needs_model',
      text: 'The custom prompt takes a model; the embedded writer did not use it.',
    });
  }
  return notices;
}

function draftOf(manifest: Manifest, wishes: Wishes): ReportDraft {
  const facts = manifestFacts(manifest);
  const tone =
    (Object.hasOwn(tones, wishes.tone) ? tones[wishes.tone] : undefined) ?? (tones['neutral'] as Tone);
  return {
    headline: headlineOf(manifest, facts),
    summary: `${firstSentence(manifest, facts, tone)} ${secondSentence(facts, tone)}`,
    sections: groupSections(manifest, wishes.sections),
  };
}

/**
 * Writes without a model, a key or a network: the same manifest and wishes give the same words. Pull requests
 * speak by their titles, which code renders; its own prose holds counts and words found safe.
 */
export const embeddedWriter: Writer = {
  adapter: 'embedded',
  model: null,
  version: '1',
  prompts: [],
  tools: [],
  write: async (manifest, wishes) => ({
    draft: draftOf(manifest, wishes),
    reason: null,
    notices: unmetWishes(wishes),
    usage: noUsage,
  }),
};
