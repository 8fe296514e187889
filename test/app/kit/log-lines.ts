import { type Logger, pino } from 'pino';

/** A log whose lines a test can read. */
export function logLines(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  return {
    log: pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(line) }),
    lines,
  };
}
