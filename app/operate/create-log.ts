import { type Logger, pino } from 'pino';
import { errorFacts } from './error-facts.ts';
import { lineRedactor } from './redact-line.ts';

export interface LogOptions {
  level: string;
  /** Values that must never be printed. */
  secrets: readonly string[];
  write: (line: string) => void;
}

/** One JSON object a line. Every line passes the redactor last, so no call can print a secret by mistake. */
export function createLog({ level, secrets, write }: LogOptions): Logger {
  const redact = lineRedactor(secrets);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (thrown: unknown) => errorFacts(thrown) },
    },
    { write: (line: string) => write(redact(line)) },
  );
}
