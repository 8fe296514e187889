import { z } from 'zod';
import { commitSha, instant, repositoryKey, sha256Hex } from './primitives.ts';
import { lineagePredicateType, statementType } from './lineage-types.ts';
import { contractVersion } from './version.ts';

/** What exactly produced a report. */
export const lineagePredicate = z.strictObject({
  contract_version: z.literal(contractVersion).describe('Version of this format.'),
  request_id: z.string().describe('The request this run answered.'),
  pipeline_run_id: z.string().describe('Run id and attempt, joined by a dash.'),
  status: z.enum(['completed', 'no_changes']).describe('no_changes: there was nothing to report.'),
  tool: z
    .strictObject({
      name: z.literal('zenpulse').describe('Name of the program.'),
      version: z.string().describe('Its version.'),
      runtime: z.string().describe('What it ran on, such as node v24.21.0.'),
    })
    .describe('The program that ran.'),
  request: z.record(z.string(), z.json()).describe('The pulse request with its defaults; secrets left out.'),
  repository_file: z
    .array(
      z.strictObject({
        repository: repositoryKey.describe('Key of the repository.'),
        source: z.string().describe('Where its rules were read.'),
        sha256: sha256Hex.describe('Digest of their text.'),
      }),
    )
    .describe('The rules in force, one entry for each repository that has any.'),
  inputs: z
    .array(
      z.strictObject({
        repository: repositoryKey.describe('Key of the repository.'),
        source: z.enum(['git', 'github']).describe('Whether a clone was read or GitHub was asked.'),
        base: commitSha.nullable().describe('Commit the range starts after; null when it has no start.'),
        head: commitSha.nullable().describe('Commit the range ends with; null for dates.'),
        start: instant.nullable().describe('Start of the window; null when not known.'),
        end: instant.nullable().describe('End of the window; null when not known.'),
      }),
    )
    .describe('What was looked at in each repository.'),
  writer: z
    .strictObject({
      adapter: z
        .string()
        .describe(
          'How it was called: embedded, chat or responses; plain for the last resort, none for no report.',
        ),
      model: z.string().nullable().describe('Name of the model; null when code wrote.'),
      version: z.string().describe('Raised when the same facts would be written otherwise.'),
      degraded: z
        .string()
        .nullable()
        .describe('Why a plainer writer had to take over; null when none had to.'),
    })
    .describe('Who wrote the report.'),
  prompts: z
    .array(
      z.strictObject({
        id: z.string().describe('Name of the prompt.'),
        version: z.string().describe('Its version.'),
        sha256: sha256Hex.describe('Digest of its file.'),
      }),
    )
    .describe('The prompts the model works from; none when code wrote.'),
  tools: z.array(z.string()).describe('Names of the MCP tools the writer was given.'),
  started_at: instant.describe('When the run started.'),
  finished_at: instant.describe('When the run ended.'),
});
export type LineagePredicate = z.output<typeof lineagePredicate>;

/** An in-toto Statement v1. Its subjects are the other files of the run artifact. */
export const lineageStatement = z
  .strictObject({
    _type: z.literal(statementType).describe('Type of an in-toto statement.'),
    subject: z
      .array(
        z.strictObject({
          name: z.string().describe('Name of the file.'),
          digest: z
            .strictObject({ sha256: sha256Hex.describe('Digest of its bytes.') })
            .describe('Digests by algorithm.'),
        }),
      )
      .min(1)
      .describe('The other files of the run artifact.'),
    predicateType: z.literal(lineagePredicateType).describe('Says what the predicate means.'),
    predicate: lineagePredicate.describe('What exactly produced those files.'),
  })
  .meta({
    title: 'ZenPulse lineage',
    description: 'An in-toto statement that binds the files of a run to what produced them.',
  });
export type LineageStatement = z.output<typeof lineageStatement>;
