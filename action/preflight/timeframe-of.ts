import type { Timeframe } from '../../contract/reading/report-outline.ts';
import type { Surveyed } from './survey.ts';

/** From the earliest start to the latest end; null where one is open. Refs only for a single repository. */
export function timeframeOf(surveyed: readonly Surveyed[]): Timeframe {
  const timeframes = surveyed.map(({ reading }) => reading.timeframe);
  const known = (bounds: (string | null)[]) => bounds.filter((bound) => bound !== null).sort();
  const starts = timeframes.map(({ start }) => start);
  const window = surveyed.length === 1 ? surveyed[0]?.reading.repository.window : undefined;
  return {
    start: starts.includes(null) ? null : (known(starts)[0] ?? null),
    end: known(timeframes.map(({ end }) => end)).at(-1) ?? null,
    base: window?.base?.ref ?? null,
    head: window?.head?.ref ?? null,
  };
}
