import { styleText } from 'node:util';
import { visibleText } from '../contract/reading/visible-text.ts';
import type { ZenPulseError } from '../contract/zenpulse-error.ts';
import type { Io } from './io.ts';

/** Text of an error as lines a terminal cannot be tricked by: names from outside may hold escape sequences. */
export const safeLines = (text: string) =>
  text
    .split('\n')
    .map((line) => (/^ */.exec(line)?.[0] ?? '') + visibleText(line))
    .join('\n');

/** What failed and why, then the next step; the stack only where `ZENPULSE_DEBUG` asks for it. */
export function printError(
  error: ZenPulseError,
  { stderr, environment }: Pick<Io, 'stderr' | 'environment'>,
): void {
  const mark = styleText(['red', 'bold'], 'Error:', { stream: stderr });
  const next = styleText('bold', 'Next:', { stream: stderr });
  stderr.write(`${mark} ${safeLines(error.message)}\n${next} ${safeLines(error.nextStep)}\n`);
  if (environment['ZENPULSE_DEBUG'])
    stderr.write(`${(error.cause instanceof Error ? error.cause : error).stack}\n`);
}
