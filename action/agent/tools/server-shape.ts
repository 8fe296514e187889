import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../lineage/canonical-json.ts';
import type { ServerTool, ToolServer } from './tool-server.ts';

/** The tools that are called, with every argument and value that is sent. Names are those of GitHub's own server. */
export const neededTools = {
  pull_request_read: {
    arguments: ['method', 'owner', 'repo', 'pullNumber', 'perPage'],
    values: { method: ['get', 'get_files', 'get_commits', 'get_diff'] },
  },
  get_commit: {
    arguments: ['owner', 'repo', 'sha', 'detail', 'perPage'],
    values: { detail: ['full_patch'] },
  },
} as const satisfies Record<string, { arguments: string[]; values: Record<string, string[]> }>;
export type NeededTool = keyof typeof neededTools;

const inputSchema = z.object({
  properties: z.record(z.string(), z.object({ enum: z.array(z.unknown()).optional() })),
  required: z.array(z.string()).default([]),
});

/** SHA-256 of all that a model would be told of a tool. */
export const toolDigest = ({ name, description, inputSchema: schema }: ServerTool): string =>
  createHash('sha256')
    .update(canonicalJson({ name, description, inputSchema: schema }))
    .digest('hex');

function problemWith(tool: ServerTool | undefined, name: NeededTool, pin: string | undefined): string | null {
  if (!tool) return `it has no tool ${name}`;
  if (pin !== undefined && toolDigest(tool) !== pin) return `its tool ${name} is not described as pinned`;
  const schema = inputSchema.safeParse(tool.inputSchema);
  if (!schema.success) return `its tool ${name} has no readable schema`;
  const { properties, required } = schema.data;
  const needed = neededTools[name];
  const names: readonly string[] = needed.arguments;
  const missing = names.find((argument) => properties[argument] === undefined);
  if (missing) return `its tool ${name} takes no ${missing}`;
  const unknown = required.find((argument) => !names.includes(argument));
  if (unknown) return `its tool ${name} wants an argument that is not known here`;
  for (const [argument, values] of Object.entries<readonly string[]>(needed.values)) {
    const known = properties[argument]?.enum;
    const lacks = known && values.find((value) => !known.includes(value));
    if (lacks) return `its tool ${name} knows no ${argument} ${lacks}`;
  }
  return null;
}

/**
 * Why a server cannot be used: a tool is missing, takes other arguments, or is not described as pinned. Null: it can.
 * @param pins digests by tool; null where any description will do, since no model reads it
 */
export function shapeProblem(
  { tools }: Pick<ToolServer, 'tools'>,
  pins: Readonly<Record<NeededTool, string>> | null,
): string | null {
  const names = Object.keys(neededTools) as NeededTool[];
  const problems = names.map((name) =>
    problemWith(
      tools.find((tool) => tool.name === name),
      name,
      pins?.[name],
    ),
  );
  return problems.find((problem) => problem !== null) ?? null;
}
