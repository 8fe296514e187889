import { noRules } from '../../contract/no-rules.generated.ts';
import type { RepositoryFile } from '../../contract/repository-file.ts';
import type { Trace } from '../lineage/trace.ts';
import type { Reading, Source } from '../sources/source.ts';
import type { RulesText } from '../../rules/read-repository-file.ts';
import type { RepositoryQuery } from '../window/resolve-windows.ts';

/** One repository, read, with the rules that apply to it. */
export interface Surveyed {
  source: Source;
  query: RepositoryQuery;
  reading: Reading;
  rules: readonly RulesText[];
  file: RepositoryFile;
}

// YAML takes longer to load than a run without changes takes in all: only a repository with rules loads it.
async function fileOf(rules: readonly RulesText[]): Promise<RepositoryFile> {
  if (rules.length === 0) return noRules;
  return (await import('../../rules/read-repository-file.ts')).readRepositoryFile(rules);
}

/**
 * Reads a repository's window once.
 * @param override rules to use instead of the repository's own
 * @throws ZenPulseError `repository_file_invalid`, and what the source throws
 */
export async function survey(
  source: Source,
  query: RepositoryQuery,
  override: RulesText | null,
  trace: Trace,
): Promise<Surveyed> {
  const reading = await source.read(query);
  const rules = override ? [override] : reading.rules;
  const file = await fileOf(rules.map((each) => ({ ...each, source: `${source.key}: ${each.source}` })));
  const pullCount = reading.changes.filter(({ number }) => number !== null).length;
  trace.add({
    type: 'source',
    repository: source.key,
    pull_requests: pullCount,
    direct_pushes: reading.changes.length - pullCount,
    complete: reading.complete,
  });
  return { source, query, reading, rules, file };
}
