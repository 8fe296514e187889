import { z } from 'zod';
import { draftLimits } from '../../../contract/report.ts';
import { isFitProse } from '../../report/prose-rules.ts';
import type { PullIds } from '../prompt/compact-manifest.ts';

/** A note on some pull requests of an area, its words already found fit to be shown. */
export interface Note {
  text: string;
  pull_requests: string[];
}

export const notesPerArea = 12;

const answer = z.strictObject({
  notes: z.array(z.strictObject({ text: z.string(), pull_requests: z.array(z.string()) })),
});

const { $schema: _dialect, ...schema } = z.toJSONSchema(answer);
export const notesAnswer = { name: 'area_notes', schema: schema as Record<string, unknown> };

/**
 * Reads the notes of one area. A note with unfit words, or citing what is not in the area or cited before, is
 * dropped: its pull requests then come under "Also merged".
 * @param area keys of the area
 */
export function readNotes(given: string, area: ReadonlySet<string>, { keyOf }: PullIds): Note[] {
  let value: unknown;
  try {
    value = JSON.parse(given);
  } catch {
    return [];
  }
  const cited = new Set<string>();
  return (answer.safeParse(value).data?.notes ?? []).slice(0, notesPerArea).flatMap((note): Note[] => {
    const text = note.text.trim();
    const keys = [...new Set(note.pull_requests.map(keyOf))];
    const isFit = text !== '' && text.length <= draftLimits.itemText && isFitProse(text);
    if (!isFit || keys.length === 0 || keys.some((key) => !area.has(key) || cited.has(key))) return [];
    for (const key of keys) cited.add(key);
    return [{ text, pull_requests: keys }];
  });
}
