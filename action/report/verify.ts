import type { Manifest, Notice } from '../../contract/manifest.ts';
import { isForReaders } from '../../contract/reading/notices.ts';
import { problemsOf } from '../../contract/problems.ts';
import { type Report, type ReportDraft, reportDraft } from '../../contract/report.ts';
import { contractVersion } from '../../contract/version.ts';
import { leftOutTitles } from '../left-out/left-out-titles.ts';
import { claimedPullCounts, proseFindings } from './prose-rules.ts';

/** One reason a draft may not be shown; `where` is a path such as `sections[0].items[2].text`. */
export interface Finding {
  code: string;
  where: string;
  what: string;
}

export type Verdict = { ok: true; report: Report } | { ok: false; findings: Finding[] };

/** A writer's text as it may be quoted back: short, and without what it must not carry. */
const quote = (text: string) => JSON.stringify(text.replace(/[^\p{L}\p{N}/#_. -]/gu, '?').slice(0, 80));

function proseOf(draft: ReportDraft): { where: string; text: string }[] {
  return [
    { where: 'headline', text: draft.headline },
    { where: 'summary', text: draft.summary },
    ...draft.sections.flatMap((section, at) => [
      { where: `sections[${at}].title`, text: section.title },
      ...section.items.flatMap(({ text }, index) =>
        text === null ? [] : [{ where: `sections[${at}].items[${index}].text`, text }],
      ),
    ]),
  ];
}

function checkProse(draft: ReportDraft, includedCount: number): Finding[] {
  return proseOf(draft).flatMap(({ where, text }) => [
    ...proseFindings(text).map(({ code, what }) => ({ code, where, what: `holds ${what}` })),
    ...claimedPullCounts(text)
      .filter((claimed) => claimed !== includedCount)
      .map((claimed) => ({
        code: 'wrong_count',
        where,
        what: `claims ${claimed} pull requests, ${includedCount} are included`,
      })),
  ]);
}

function checkCitations(draft: ReportDraft, manifest: Manifest): Finding[] {
  const decisions = new Map(manifest.pull_requests.map(({ key, decision }) => [key, decision]));
  const cited = new Set<string>();
  return draft.sections.flatMap((section, at) =>
    section.items.flatMap((item, index) =>
      item.pull_requests.flatMap((key): Finding[] => {
        const where = `sections[${at}].items[${index}].pull_requests`;
        const decision = decisions.get(key);
        if (decision === undefined) {
          return [
            {
              code: 'unknown_pull_request',
              where,
              what: `cites ${quote(key)}, which is not in the manifest`,
            },
          ];
        }
        if (decision === 'excluded') {
          return [{ code: 'excluded_pull_request', where, what: `cites ${quote(key)}, which is excluded` }];
        }
        if (cited.has(key))
          return [{ code: 'cited_twice', where, what: `cites ${quote(key)} a second time` }];
        cited.add(key);
        return [];
      }),
    ),
  );
}

/** Titles of what a rule leaves out are not told, whatever a writer was shown. The finding does not repeat them. */
function checkLeftOut(draft: ReportDraft, manifest: Manifest): Finding[] {
  const linesIn = leftOutTitles(manifest);
  return proseOf(draft).flatMap(({ where, text }) =>
    linesIn(text).size > 0
      ? [{ code: 'left_out_title', where, what: 'holds the title of a change that is left out' }]
      : [],
  );
}

/** A title stands for one pull request; several need the writer's words. */
function checkTitles(draft: ReportDraft): Finding[] {
  return draft.sections.flatMap((section, at) =>
    section.items.flatMap((item, index) =>
      item.text === null && item.pull_requests.length > 1
        ? [
            {
              code: 'text_missing',
              where: `sections[${at}].items[${index}].text`,
              what: 'is null for several pull requests',
            },
          ]
        : [],
    ),
  );
}

/**
 * The gate between a report and anyone who reads it, whoever wrote it. Included pull requests that no item cites
 * are not a fault: they are added under "Also merged".
 * @param draft what a writer handed in, of any shape
 * @param manifest with the titles of what is left out
 * @param context why earlier writers were not used, and notices to carry
 */
export function verify(
  draft: unknown,
  manifest: Manifest,
  context: { degraded: string | null; notices: readonly Notice[] },
): Verdict {
  const parsed = reportDraft.safeParse(draft);
  if (!parsed.success) {
    const findings = problemsOf(parsed.error, draft).map((problem) => ({
      code: 'schema',
      where: quote(problem.field),
      what: problem.accepts,
    }));
    return { ok: false, findings };
  }
  const included = manifest.pull_requests.filter(({ decision }) => decision === 'included');
  const findings = [
    ...checkCitations(parsed.data, manifest),
    ...checkTitles(parsed.data),
    ...checkProse(parsed.data, included.length),
    ...checkLeftOut(parsed.data, manifest),
  ];
  if (findings.length > 0) return { ok: false, findings };

  const cited = new Set(
    parsed.data.sections.flatMap(({ items }) => items.flatMap((item) => item.pull_requests)),
  );
  return {
    ok: true,
    report: {
      contract_version: contractVersion,
      analysis_type: manifest.analysis_type,
      ...parsed.data,
      also_merged: included.map(({ key }) => key).filter((key) => !cited.has(key)),
      degraded: context.degraded,
      complete: manifest.complete,
      notices: [...manifest.notices, ...context.notices].filter(isForReaders),
    },
  };
}
