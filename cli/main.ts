import { Command, CommanderError } from 'commander';
import { exitCodes } from '../contract/exit-codes.ts';
import { toZenPulseError } from '../contract/zenpulse-error.ts';
import packageFile from '../package.json' with { type: 'json' };
import { addReportCommand } from './commands/report.ts';
import { addValidateCommand } from './commands/validate.ts';
import type { Io } from './io.ts';
import { printError, safeLines } from './print-error.ts';
import { adviceOnOption } from './request-options.ts';

function createProgram(io: Io): Command {
  const program = new Command('zenpulse')
    .description(packageFile.description)
    .version(packageFile.version)
    .exitOverride()
    .showHelpAfterError('(zenpulse --help shows what there is)')
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      // It quotes what was typed.
      writeErr: (text) => void io.stderr.write(safeLines(text)),
      outputError: (text, write) => write(text + adviceOnOption(text)),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      getOutHasColors: () => io.stdout.isTTY === true && io.stdout.hasColors(),
      getErrHasColors: () => io.stderr.isTTY === true && io.stderr.hasColors(),
    })
    .addHelpText(
      'after',
      `
Exit codes: 0 done, also when there was nothing to report; 2 bad input; 3 git, GitHub, a model or a
delivery failed; 4 no report passed the check against the facts; 1 a fault of ZenPulse itself.`,
    );
  addReportCommand(program, io);
  addValidateCommand(program, io);
  return program;
}

/**
 * Runs the command line.
 * @param args without the interpreter and the script
 * @returns the exit code, see `exitCodes`
 */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    await createProgram(io).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (thrown) {
    // Commander has already said what is wrong; help and version end here too, with code 0.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : exitCodes.input;
    const error = toZenPulseError(thrown);
    printError(error, io);
    return error.exitCode;
  }
}
