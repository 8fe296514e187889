import { isWarning, warningsOf } from '../../contract/reading/notices.ts';
import type { PulseResult } from '../pulse.ts';
import { shortenMarkdown } from './shorten-markdown.ts';

/** GitHub refuses a step's summary above 1 MiB; the rest is for what is said of the delivery. */
const maxBytes = 1024 * 1024 - 4096;

/** Markdown as a cell of a table: GitHub ends a cell at a `|` also within code, but for one behind a backslash. */
const cell = (markdown: string) =>
  markdown.replace(/\\*\|/g, (run) => (run.length % 2 === 1 ? `${run.slice(0, -1)}\\|` : run));

async function excludedList({ manifest }: PulseResult): Promise<string[]> {
  if (manifest.pull_requests.every(({ reason }) => reason === null)) return [];
  const { markdownText } = await import('../report/markdown-text.ts');
  const excluded = manifest.pull_requests.flatMap(({ key, number, reason }) => {
    if (reason === null) return [];
    const name = manifest.repositories.length === 1 ? `${number}` : `\`${key}\``;
    return [`| ${name} | ${reason.code} | ${cell(markdownText(reason.detail))} |`];
  });
  const rows = ['| number | reason | detail |', '|---|---|---|', ...excluded].join('\n');
  return [`<details><summary>Left out: ${excluded.length}</summary>\n\n${rows}\n\n</details>`];
}

function timings({ results }: PulseResult): string {
  const steps = Object.entries(results.metrics.step_ms).map(([step, ms]) => `${step} ${ms} ms`);
  return `<sub>${steps.join(' · ')}</sub>`;
}

/** What stands above a report stands here too, where none was written. */
async function warningLines({ manifest }: PulseResult): Promise<string> {
  const warnings = warningsOf(manifest.notices);
  if (warnings.length === 0) return '';
  const { markdownText } = await import('../report/markdown-text.ts');
  return warnings.map((warning) => `> **Note:** ${markdownText(warning)}\n\n`).join('');
}

async function notesOf({ manifest }: PulseResult): Promise<string> {
  const notices = manifest.notices.filter((notice) => !isWarning(notice));
  if (notices.length === 0) return '';
  const { markdownText } = await import('../report/markdown-text.ts');
  return `\n${notices.map(({ text }) => `- ${markdownText(text)}`).join('\n')}\n`;
}

/** The report, or where there is none what was found. */
async function body(result: PulseResult): Promise<string> {
  const { status, results } = result;
  if (results.summary_message !== null) return results.summary_message;
  const {
    preflight_merged_pr_count: merged,
    included_pr_count: included,
    direct_push_count: pushes,
  } = results.metrics;
  const title = status === 'validated' ? '# The request is valid' : '# Nothing to report';
  const [warnings, notes] = [await warningLines(result), await notesOf(result)];
  return `${warnings}${title}\n\nMerged pull requests: ${merged}, included: ${included}; commits without one: ${pushes}.\n${notes}`;
}

/** The report, what is left out by number and reason, and how long each step took. Fits GitHub's limit. */
export async function jobSummary(result: PulseResult): Promise<string> {
  const tail = ['', ...(await excludedList(result)), timings(result), ''].join('\n\n');
  const main = await body(result);
  const room = maxBytes - Buffer.byteLength(tail);
  const where = 'report.md in the run artifact';
  return room > 0 ? shortenMarkdown(main, room, where) + tail : shortenMarkdown(main + tail, maxBytes, where);
}
