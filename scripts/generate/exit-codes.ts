import { type ErrorKind, exitCodes } from '../../contract/exit-codes.ts';
import { code, table } from './markdown.ts';

const meanings: Readonly<Record<ErrorKind, string>> = {
  internal: 'A fault of ZenPulse itself. Please open an issue.',
  input: 'Bad input. The message names the field, what was given and what is accepted.',
  upstream: 'git, GitHub, a model or a delivery failed.',
  refused: 'No report passed the check against the facts, and no safe one could be made.',
};

/** Exit codes of the CLI as a table, 0 first. */
export function exitCodeTable(): string {
  const kinds = (Object.keys(exitCodes) as ErrorKind[]).sort((a, b) => exitCodes[a] - exitCodes[b]);
  return table(
    ['Exit code', 'Meaning'],
    [
      [code('0'), 'Done, also when there was nothing to report.'],
      ...kinds.map((kind) => [code(String(exitCodes[kind])), meanings[kind]]),
    ],
  );
}
