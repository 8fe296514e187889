import { z } from 'zod';
import { callbackPayload } from '../../contract/callback-payload.ts';
import { deadLetter } from '../../contract/dead-letter.ts';
import { lineageStatement } from '../../contract/lineage.ts';
import { manifest } from '../../contract/manifest.ts';
import { pulseRequest } from '../../contract/pulse-request.ts';
import { report, reportDraft } from '../../contract/report.ts';
import { repositoryFile } from '../../contract/repository-file.ts';
import { traceEvent } from '../../contract/trace-event.ts';
import { contractVersion } from '../../contract/version.ts';
import { NamingRegistry } from './named-schemas.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Every boundary that has a published JSON Schema. `input`: what may be written; `output`: what is handed out. */
export const boundaries = {
  'pulse-request': { schema: pulseRequest, io: 'input' },
  manifest: { schema: manifest, io: 'output' },
  'report-draft': { schema: reportDraft, io: 'output' },
  report: { schema: report, io: 'output' },
  lineage: { schema: lineageStatement, io: 'output' },
  'callback-payload': { schema: callbackPayload, io: 'output' },
  'dead-letter': { schema: deadLetter, io: 'output' },
  'repository-file': { schema: repositoryFile, io: 'input' },
  'trace-event': { schema: traceEvent, io: 'output' },
} as const satisfies Record<string, { schema: z.ZodType; io: 'input' | 'output' }>;

export type BoundaryName = keyof typeof boundaries;
export const boundaryNames = Object.keys(boundaries) as BoundaryName[];

/** Where the schema of a boundary lies, from the root. */
export const schemaPath = (name: BoundaryName) => `contract/schemas/${name}.schema.json`;

/**
 * The JSON Schema of a boundary, fields in the order of the contract. A transform is represented by its input.
 * Rules over several fields (`superRefine`) are beyond JSON Schema and stay with zod.
 */
export function jsonSchemaOf(name: BoundaryName): JsonSchema {
  const { schema, io } = boundaries[name];
  const generated = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    metadata: new NamingRegistry(),
    // zod leaves out the default of a field that transforms; all of the contract's are valid inputs as they are.
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (io === 'input' && def.type === 'default') jsonSchema.default ??= def.defaultValue as JsonSchema;
    },
  });
  return { $id: `https://zenpulse.dev/schemas/v${contractVersion}/${name}.json`, ...generated };
}
