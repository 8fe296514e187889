import type { TraceEvent } from '../../contract/trace-event.ts';
import { createRedactor } from './redact.ts';

/** Tells the time; passed in, so a replay can hand back recorded readings. */
export type Clock = () => Date;

/** Collects what happened in a run. The only way the pipeline reads the clock, so no reading goes unrecorded. */
export interface Trace {
  add(event: Exclude<TraceEvent, { type: 'clock' }>): void;
  /** Reads the clock and records the reading with what it was for. */
  now(purpose: string): Date;
  /** Runs a step and records its wall time in whole milliseconds. */
  step<Result>(name: string, run: () => Promise<Result> | Result): Promise<Result>;
  stepMs(): Record<string, number>;
  /** @param hide takes out of each text what a trace may not keep */
  toJsonLines(hide?: (text: string) => string): string;
}

/** @param redact takes secrets out of each text before it is kept */
export function createTrace(
  clock: Clock,
  onStep: (name: string) => void = () => {},
  redact: (text: string) => string = createRedactor([]),
): Trace {
  const events: TraceEvent[] = [];
  const times = new Map<string, number>();
  const now = (purpose: string) => {
    const reading = clock();
    events.push({ type: 'clock', purpose, at: reading.toISOString() });
    return reading;
  };
  return {
    add: (event) => void events.push(event),
    now,
    async step(name, run) {
      onStep(name);
      const start = now(`${name} starts`).getTime();
      try {
        return await run();
      } finally {
        times.set(name, Math.max(0, now(`${name} ends`).getTime() - start));
      }
    },
    stepMs: () => Object.fromEntries(times),
    toJsonLines(hide = (text) => text) {
      // Before they are written as JSON, whose escapes would hide a secret.
      const kept = (_: string, value: unknown) => (typeof value === 'string' ? hide(redact(value)) : value);
      return events.map((event) => `${JSON.stringify(event, kept)}\n`).join('');
    },
  };
}
