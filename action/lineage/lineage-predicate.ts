import type { LineagePredicate } from '../../contract/lineage.ts';
import type { PulseRequest } from '../../contract/pulse-request.ts';
import { toJson } from '../../contract/to-json.ts';
import { contractVersion } from '../../contract/version.ts';
import { withoutQuery } from '../../delivery/zenpulse/without-query.ts';
import type { Surveyed } from '../preflight/survey.ts';
import { sha256 } from './run-files.ts';

/** What only the run itself knows of its lineage. */
export type RunFacts = Pick<
  LineagePredicate,
  | 'status'
  | 'request_id'
  | 'pipeline_run_id'
  | 'tool'
  | 'writer'
  | 'prompts'
  | 'tools'
  | 'started_at'
  | 'finished_at'
>;

/** The request as it may be kept: without its token, and without the query of its callback, which may hold one too. */
const kept = ({ webhook_token: _secret, callback_url: url, ...request }: PulseRequest) =>
  url === undefined ? request : { ...request, callback_url: withoutQuery(url) };

/** What exactly produced a report: the request without its secrets, the rules, the inputs, the writer. */
export function lineagePredicate(
  request: PulseRequest,
  surveyed: readonly Surveyed[],
  run: RunFacts,
): LineagePredicate {
  return {
    contract_version: contractVersion,
    request: toJson(kept(request)) as LineagePredicate['request'],
    repository_file: surveyed.flatMap(({ source, rules }) =>
      rules.map((each) => ({ repository: source.key, source: each.source, sha256: sha256(each.text) })),
    ),
    inputs: surveyed.map(({ source, reading: { repository, timeframe } }) => ({
      repository: source.key,
      source: source.kind,
      base: repository.window.base?.commit ?? null,
      head: repository.window.head?.commit ?? null,
      ...timeframe,
    })),
    ...run,
  };
}
