import type { z } from 'zod';
import { reportOptions } from './cli-options.ts';
import { actionOnlyInputs, type InputField, reportBackInputs, requestInputs } from './input-fields.ts';
import { code, escapeText, nothing, table } from './markdown.ts';

export const outputTable = (outputs: Readonly<Record<string, z.ZodType>>) =>
  table(
    ['Output', 'Meaning'],
    Object.entries(outputs).map(([name, { description = '' }]) => [code(name), escapeText(description)]),
  );

const inputRow = ({ name, shownDefault, meaning }: InputField) => [code(name), shownDefault, meaning];

/** Inputs only the action has. */
export const actionInputTable = () => table(['Input', 'Default', 'Meaning'], actionOnlyInputs.map(inputRow));

/** Inputs of the action that reports back. */
export const reportBackInputTable = () =>
  table(['Input', 'Default', 'Meaning'], reportBackInputs.map(inputRow));

/** Every input of the action. */
export const inputTable = () =>
  table(['Input', 'Default', 'Meaning'], [...requestInputs, ...actionOnlyInputs].map(inputRow));

/** Every option of `zenpulse report`. */
export const optionTable = () =>
  table(
    ['Option', 'Default', 'Meaning'],
    reportOptions().map(({ flags, shownDefault, meaning }) => [code(flags), shownDefault, meaning]),
  );

/** The fields of a pulse request under both their names. */
export function requestTable(): string {
  const options = new Map(reportOptions().map((option) => [option.field, option]));
  const rows = requestInputs.map(({ name, shownDefault, meaning }) => {
    const option = options.get(name);
    const differs = option !== undefined && option.shownDefault !== shownDefault;
    return [
      code(name),
      option ? code(option.flags.replace(/ .*/, '')) : nothing,
      differs ? `${shownDefault}; CLI: ${option.shownDefault}` : shownDefault,
      meaning,
    ];
  });
  return table(['Field and input', 'CLI option', 'Default', 'Meaning'], rows);
}
