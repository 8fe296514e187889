import { z } from 'zod';
import { commitSha, instant, repositoryKey, sha256Hex } from './primitives.ts';
import { contractVersion } from './version.ts';

export const statementType = 'https://in-toto.io/Statement/v1';
export const lineagePredicateType = 'https://zenpulse.dev/lineage/v1';

/** What exactly produced a report. */
export const lineagePredicate = z.strictObject({
  contract_version: z.literal(contractVersion),
  request_id: z.string(),
  pipeline_run_id: z.string().describe('Run id and attempt, joined by a dash.'),
  status: z.enum(['completed', 'no_changes']),
  tool: z.strictObject({
    name: z.literal('zenpulse'),
    version: z.string(),
    runtime: z.string().describe('Such as node v24.21.0.'),
  }),
  request: z.record(z.string(), z.json()).describe('The pulse request with its defaults; secrets left out.'),
  repository_file: z
    .array(z.strictObject({ repository: repositoryKey, source: z.string(), sha256: sha256Hex }))
    .describe('The rules that were in force, one entry for each repository that has a file.'),
  inputs: z.array(
    z.strictObject({
      repository: repositoryKey,
      source: z.enum(['git', 'github']),
      base: commitSha.nullable(),
      head: commitSha.nullable(),
      start: instant.nullable(),
      end: instant.nullable(),
    }),
  ),
  writer: z.strictObject({
    adapter: z.string().describe('embedded, chat or responses.'),
    model: z.string().nullable(),
    version: z.string(),
    degraded: z.string().nullable(),
  }),
  prompt: z.strictObject({ id: z.string(), version: z.string(), sha256: sha256Hex }).nullable(),
  tools: z.array(z.string()).describe('MCP tools the writer was given.'),
  started_at: instant,
  finished_at: instant,
});
export type LineagePredicate = z.output<typeof lineagePredicate>;

/** An in-toto Statement v1. Its subjects are the other files of the run artifact. */
export const lineageStatement = z
  .strictObject({
    _type: z.literal(statementType),
    subject: z
      .array(z.strictObject({ name: z.string(), digest: z.strictObject({ sha256: sha256Hex }) }))
      .min(1),
    predicateType: z.literal(lineagePredicateType),
    predicate: lineagePredicate,
  })
  .meta({ title: 'ZenPulse lineage' });
export type LineageStatement = z.output<typeof lineageStatement>;
