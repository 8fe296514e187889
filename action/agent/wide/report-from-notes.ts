import { z } from 'zod';
import { type ReportDraft, reportDraft } from '../../../contract/report.ts';
import type { Note } from './area-notes.ts';

const answer = z.strictObject({
  headline: z.string().describe('At most 120 characters.'),
  summary: z.string().describe('One to three sentences.'),
  sections: z.array(
    z.strictObject({ title: z.string(), notes: z.array(z.string()).describe('Ids of notes.') }),
  ),
});

const { $schema: _dialect, ...schema } = z.toJSONSchema(answer);
export const reportAnswer = { name: 'area_report', schema: schema as Record<string, unknown> };

/** Ids that the reducer uses for notes. */
export const noteId = (at: number): string => `n${at + 1}`;

/** The notes, one line each: id, number of pull requests, text. */
export const compactNotes = (notes: readonly Note[]): string =>
  notes.map(({ text, pull_requests: keys }, at) => [noteId(at), keys.length, text].join('\t')).join('\n');

/** Joins the reducer's order with the notes' own words. Notes it did not place come last, together. */
export function readReport(
  given: string,
  notes: readonly Note[],
): { draft: ReportDraft } | { findings: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(given);
  } catch {
    return { findings: ['it is not JSON'] };
  }
  const parsed = answer.safeParse(value);
  if (!parsed.success) return { findings: ['it does not have the schema'] };
  const noteOf = new Map(notes.map((note, at) => [noteId(at), note]));
  const take = (id: string): Note[] => {
    const note = noteOf.get(id);
    noteOf.delete(id);
    return note ? [note] : [];
  };
  const sections = parsed.data.sections.map(({ title, notes: ids }) => ({ title, items: ids.flatMap(take) }));
  const rest = [...noteOf.values()];
  const draft = reportDraft.safeParse({
    ...parsed.data,
    sections: [...sections, { title: 'More', items: rest }].filter(({ items }) => items.length > 0),
  });
  return draft.success
    ? { draft: draft.data }
    : { findings: draft.error.issues.map(({ message }) => message) };
}
