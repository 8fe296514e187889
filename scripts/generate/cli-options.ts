import { Command } from 'commander';
import { addReportCommand } from '../../cli/commands/report.ts';
import type { Io } from '../../cli/io.ts';
import { splitDefault } from './default-of.ts';
import { requestInputs } from './input-fields.ts';
import { escapeText, nothing } from './markdown.ts';

/** An option of `zenpulse report`, as the command itself declares it. */
export interface CliOption {
  /** With its value, such as `--repo <path>`. */
  flags: string;
  /** The contract's field it sets; null when it is the CLI's own. */
  field: string | null;
  /** Markdown. */
  shownDefault: string;
  /** Markdown. */
  meaning: string;
}

function declaredOptions(): Command['options'] {
  const program = new Command();
  // Only what the command declares is read here; it touches its edges when it runs.
  addReportCommand(program, {} as Io);
  return program.commands.flatMap(({ options }) => options);
}

export function reportOptions(): CliOption[] {
  return declaredOptions().map((option) => {
    const field = requestInputs.find(({ name }) => `--${name.replaceAll('_', '-')}` === option.long);
    const { meaning, statedDefault } = splitDefault(option.description);
    return {
      flags: option.flags,
      field: field?.name ?? null,
      shownDefault: statedDefault === null ? (field?.shownDefault ?? nothing) : escapeText(statedDefault),
      meaning: escapeText(meaning),
    };
  });
}
