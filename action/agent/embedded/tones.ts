import { countOf, joinWords } from '../../report/words.ts';
import { kindsInWords, type ManifestFacts } from './manifest-facts.ts';

/**
 * The sentences of a summary in one tone: what there is, then the one thing a reader should know of it. They may
 * start with a number in words; the caller capitalises.
 */
export interface Tone {
  shipped: (facts: ManifestFacts) => string;
  release: (facts: ManifestFacts, name: string) => string;
  upcoming: (facts: ManifestFacts) => string;
  onlyPushes: (facts: ManifestFacts) => string;
  breaking: (count: number) => string;
  reverted: (count: number) => string;
  areas: (areas: readonly string[]) => string;
  calm: string;
}

const pulls = ({ pulls: count }: ManifestFacts) => countOf(count, 'pull request');
const were = (count: number) => (count === 1 ? 'was' : 'were');
const from = ({ people }: ManifestFacts) =>
  people === 0 ? 'from bots' : `from ${countOf(people, 'person', 'people')}`;
const by = ({ people }: ManifestFacts) => (people === 0 ? 'by bots' : `by ${countOf(people, 'author')}`);
const pushes = ({ pushes: count }: ManifestFacts) => countOf(count, 'commit');
const changes = (count: number) => countOf(count, 'change');
const are = (count: number) => (count === 1 ? 'is' : 'are');
const into = ({ place }: ManifestFacts) =>
  /^\d+ repositories$/.test(place) ? `across ${place}` : `into ${place}`;

const neutral: Tone = {
  shipped: (facts) =>
    `${pulls(facts)} ${from(facts)} ${were(facts.pulls)} merged ${into(facts)}: ${kindsInWords(facts)}.`,
  release: (facts, name) => `${name} brings ${kindsInWords(facts)} in ${pulls(facts)} ${from(facts)}.`,
  upcoming: (facts) =>
    `${pulls(facts)} ${from(facts)} ${facts.pulls === 1 ? 'waits' : 'wait'} for the next release: ${kindsInWords(facts)}.`,
  onlyPushes: (facts) => `No pull request was merged, but ${pushes(facts)} went in without one.`,
  breaking: (count) =>
    `${changes(count)} ${are(count)} breaking: read ${count === 1 ? 'it' : 'them'} before you upgrade.`,
  reverted: (count) => `${countOf(count, 'earlier change')} ${were(count)} taken back.`,
  areas: (areas) => `Most of the work went into ${joinWords(areas)}.`,
  calm: 'Nothing in it is marked as breaking.',
};

const friendly: Tone = {
  shipped: (facts) => `The team landed ${pulls(facts)} ${into(facts)}: ${kindsInWords(facts)}.`,
  release: (facts, name) =>
    `${name} is here with ${kindsInWords(facts)}, thanks to ${pulls(facts)} ${from(facts)}.`,
  upcoming: (facts) => `The next release is shaping up: ${kindsInWords(facts)} in ${pulls(facts)} so far.`,
  onlyPushes: (facts) =>
    `A quiet stretch: no pull request was merged, though ${pushes(facts)} went straight in.`,
  breaking: (count) =>
    `Heads up: ${countOf(count, 'change')} ${are(count)} breaking, so take a look before you upgrade.`,
  reverted: (count) => `We also took ${countOf(count, 'earlier change')} back.`,
  areas: (areas) => `The busiest ${areas.length === 1 ? 'corner was' : 'corners were'} ${joinWords(areas)}.`,
  calm: 'Nothing breaking this time, so enjoy.',
};

const executive: Tone = {
  shipped: (facts) => `${kindsInWords(facts)} delivered in ${pulls(facts)}.`,
  release: (facts, name) => `${name} delivers ${kindsInWords(facts)}.`,
  upcoming: (facts) => `${kindsInWords(facts)} ready for the next release.`,
  onlyPushes: (facts) => `No pull request was merged; ${pushes(facts)} went in without one.`,
  breaking: (count) =>
    `${changes(count)} ${count === 1 ? 'needs' : 'need'} action from users before they upgrade.`,
  reverted: (count) => `${countOf(count, 'earlier change')} ${were(count)} withdrawn.`,
  areas: (areas) => `Effort centred on ${joinWords(areas)}.`,
  calm: 'No action is needed from users.',
};

const technical: Tone = {
  shipped: (facts) => `${pulls(facts)} ${by(facts)} merged ${into(facts)} (${kindsInWords(facts)}).`,
  release: (facts, name) =>
    `${name}: ${pulls(facts)} ${by(facts)} since the previous tag (${kindsInWords(facts)}).`,
  upcoming: (facts) => `${pulls(facts)} unreleased (${kindsInWords(facts)}).`,
  onlyPushes: (facts) => `No pull requests merged; ${pushes(facts)} without one.`,
  breaking: (count) =>
    `${changes(count)} marked as breaking; check ${count === 1 ? 'its' : 'their'} migration notes.`,
  reverted: (count) => `${countOf(count, 'revert')} of earlier work.`,
  areas: (areas) => `Most touched scopes: ${joinWords(areas)}.`,
  calm: 'No breaking changes are marked.',
};

export const tones: Readonly<Record<string, Tone>> = { neutral, friendly, executive, technical };
