import { z } from 'zod';
import { type ReportDraft, reportDraft } from '../../../contract/report.ts';
import type { ToolSpec } from '../model/model-port.ts';
import type { PullIds } from '../prompt/compact-manifest.ts';

const text = (description: string) => z.string().describe(description);

/** What a model hands in. Plain lengths: strict modes of model APIs know few keywords, and verify checks them all. */
const submission = z.strictObject({
  headline: text('At most 120 characters.'),
  summary: text('One to three sentences.'),
  sections: z.array(
    z.strictObject({
      title: text('Such as Features or Fixes.'),
      items: z.array(
        z.strictObject({
          text: z.string().nullable().describe("Your words; null shows the one pull request's title."),
          pull_requests: z.array(z.string()).describe('Ids from the data block.'),
        }),
      ),
    }),
  ),
});

function schemaOf(): Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(submission);
  return schema;
}

export const submitTool: ToolSpec = {
  name: 'submit_report',
  description: 'Hands in the finished report and ends the work.',
  parameters: schemaOf(),
};

/** The same schema for the last call, which has no tools. */
export const submitAnswer = { name: submitTool.name, schema: submitTool.parameters };

/** What came of reading a submission. Findings are told back to the model. */
export type Submission = { draft: ReportDraft } | { findings: string[] };

/** Never the names of unknown fields: they are the model's words, and findings go back to it outside any fence. */
const findingsOf = (error: z.ZodError): Submission => ({
  findings: error.issues.map(({ code, path, message }) => {
    const what = code === 'unrecognized_keys' ? 'it has a field that is not in the schema' : message;
    return `${path.join('.') || 'the whole'}: ${what}`;
  }),
});

/** Reads what a model handed in: JSON, its shape, ids turned into keys, the contract's own bounds. */
export function readSubmission(given: string, { keyOf }: PullIds): Submission {
  let value: unknown;
  try {
    value = JSON.parse(given);
  } catch {
    return { findings: ['it is not JSON'] };
  }
  const shaped = submission.safeParse(value);
  if (!shaped.success) return findingsOf(shaped.error);
  const sections = shaped.data.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, pull_requests: item.pull_requests.map(keyOf) })),
  }));
  const draft = reportDraft.safeParse({ ...shaped.data, sections });
  return draft.success ? { draft: draft.data } : findingsOf(draft.error);
}
