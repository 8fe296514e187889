import { createHash } from 'node:crypto';
import type { LineagePredicate, LineageStatement } from '../../contract/lineage.ts';
import { lineagePredicateType, statementType } from '../../contract/lineage-types.ts';
import { canonicalJson } from './canonical-json.ts';

/** A file of a run artifact, whole in memory: nothing is written before all of them exist. */
export interface RunFile {
  name: string;
  content: string;
}

export const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');

/** The in-toto statement that binds `predicate` to the other files of the artifact, byte for byte. */
export function lineageFile(files: readonly RunFile[], predicate: LineagePredicate): RunFile {
  const statement: LineageStatement = {
    _type: statementType,
    subject: files.map(({ name, content }) => ({ name, digest: { sha256: sha256(content) } })),
    predicateType: lineagePredicateType,
    predicate,
  };
  return { name: 'lineage.json', content: canonicalJson(statement) };
}
