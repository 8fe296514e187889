import { z } from 'zod';
import { noRules } from '../contract/no-rules.generated.ts';
import type { Problem } from '../contract/problems.ts';
import { foldedText } from '../contract/reading/folded-text.ts';
import {
  authorProblem,
  excludedPathProblem,
  type FindProblem,
  firstOf,
  includedPathProblem,
  nameProblem,
  refProblem,
  titleProblem,
} from './pattern-problems.ts';

/** Longest entry that any pattern sees; longer ones the schema refuses. */
const word = z.string().max(300).optional().catch(undefined);
const texts = z.array(z.string().max(300).catch('')).optional().catch(undefined);
/** A part of the file, empty where it is missing or of another shape. */
const part = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess(
    (value) => (z.record(z.string(), z.unknown()).safeParse(value).success ? value : {}),
    z.object(shape),
  );

/** What is looked at here of a file that may be wrong elsewhere: the schema says that. */
const settings = part({
  triggers: part({
    merge: part({ branches: texts }),
    release: part({ tags: texts }),
    schedule: part({ cron: word, zone: word }),
  }),
  excludes: part({ labels: texts, authors: texts, titles: texts, paths: texts }),
  includes: part({ paths: texts }),
  report: part({
    tags: texts,
    sections: z.array(part({ labels: texts })).catch([]),
    upcoming: part({ labels: texts, milestones: texts }),
  }),
});
type Settings = z.output<typeof settings>;

const problem = (field: string, given: string, accepts: string): Problem => ({
  field,
  got: JSON.stringify(given),
  accepts,
});

const problemsIn = (field: string, entries: readonly string[] | undefined, find: FindProblem) =>
  (entries ?? []).flatMap((entry, at) => {
    const accepts = find(entry);
    return accepts === null ? [] : [problem(`${field}[${at}]`, entry, accepts)];
  });

const includesLabel = (labels: readonly string[], label: string) =>
  labels.map(foldedText).includes(foldedText(label));

/** Labels that lead nowhere: what is excluded reaches no section, and the first section that fits takes it. */
function labelProblems({ excludes, report }: Settings): Problem[] {
  const unlessIn =
    (labels: readonly string[], accepts: string): FindProblem =>
    (label) =>
      includesLabel(labels, label) ? accepts : null;
  const excluded = excludes.labels ?? noRules.excludes.labels;
  const keptLabel = firstOf(
    nameProblem,
    unlessIn(excluded, 'accepts labels that excludes.labels does not leave out'),
  );
  const lists = report.sections.map(({ labels }) => labels ?? []);
  return [
    ...lists.flatMap((labels, at) => {
      const taken = lists.slice(0, at).flat();
      const find = firstOf(keptLabel, unlessIn(taken, 'accepts labels that no section above it takes'));
      return problemsIn(`report.sections[${at}].labels`, labels, find);
    }),
    ...problemsIn('report.upcoming.labels', report.upcoming.labels, keptLabel),
  ];
}

/** The library that reads schedules is large, and most files name none. */
async function scheduleProblemsOf({ cron, zone }: Settings['triggers']['schedule']): Promise<Problem[]> {
  if (cron === undefined && zone === undefined) return [];
  return (await import('./schedule-slots.ts')).scheduleProblems({ cron, zone });
}

/**
 * Settings of a rules file that are well-formed and could never have an effect, each with what to write instead.
 * @param written the file's value, of any shape
 */
export async function settingProblems(written: unknown): Promise<Problem[]> {
  const file = settings.parse(written);
  const { triggers, excludes, includes, report } = file;
  return [
    ...problemsIn('triggers.merge.branches', triggers.merge.branches, refProblem),
    ...problemsIn('triggers.release.tags', triggers.release.tags, refProblem),
    ...(await scheduleProblemsOf(triggers.schedule)),
    ...problemsIn('excludes.labels', excludes.labels, nameProblem),
    ...problemsIn('excludes.authors', excludes.authors, authorProblem),
    ...problemsIn('excludes.paths', excludes.paths, excludedPathProblem),
    ...problemsIn('excludes.titles', excludes.titles, titleProblem),
    ...problemsIn('includes.paths', includes.paths, includedPathProblem),
    ...problemsIn('report.tags', report.tags, refProblem),
    ...labelProblems(file),
    ...problemsIn('report.upcoming.milestones', report.upcoming.milestones, nameProblem),
  ];
}
