import { z } from 'zod';
import { commitSha, instant, pullRequestKey, repositoryKey, sha256Hex } from '../../contract/primitives.ts';

/** Schemas that stand under a name of their own in `$defs`, so files and tables say `instant`, not its pattern. */
const named: readonly (readonly [schema: z.ZodType, name: string, description: string])[] = [
  [instant, 'instant', 'An instant in UTC, such as 2026-11-01T09:00:00Z.'],
  [repositoryKey, 'repository-key', 'owner/name, or local/<folder> for a clone without a known origin.'],
  [pullRequestKey, 'pull-request-key', 'owner/name#number.'],
  [commitSha, 'commit', 'Full name of a commit, in lower-case hex.'],
  [sha256Hex, 'sha256', 'A SHA-256 in lower-case hex, without a prefix.'],
];

/** Names and what they mean, in the order the reference explains them. */
export const schemaNames = named.map(([, name, description]) => ({ name, description }));

/** zod's own registry, with the names added: zod moves what has an id into `$defs`. */
export class NamingRegistry extends z.core.$ZodRegistry<z.core.GlobalMeta> {
  readonly #names = new Map<z.core.$ZodType, z.core.GlobalMeta>(
    named.map(([schema, id, description]) => [schema, { id, description }]),
  );

  override get<Schema extends z.core.$ZodType>(schema: Schema) {
    return (this.#names.get(schema) ?? z.globalRegistry.get(schema)) as
      | z.core.$replace<z.core.GlobalMeta, Schema>
      | undefined;
  }

  override has(schema: z.core.$ZodType): boolean {
    return this.#names.has(schema) || z.globalRegistry.has(schema);
  }
}
