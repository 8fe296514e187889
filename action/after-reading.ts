/** What a run needs once its sources have answered: one chunk, loaded while they are waited for. */
export { canonicalJson } from './lineage/canonical-json.ts';
export { lineagePredicate } from './lineage/lineage-predicate.ts';
export { lineageFile } from './lineage/run-files.ts';
export { decideAll } from './preflight/decide.ts';
export { timeframeOf } from './preflight/timeframe-of.ts';
export { redactExcluded } from './window/redact-excluded.ts';
