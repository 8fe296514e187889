import type { z } from 'zod';
import { actionInputFields, githubDefaults, secretInputs } from '../../contract/action-inputs.ts';
import { pulseRequestFields } from '../../contract/pulse-request.ts';
import { reportBackInputFields } from '../../contract/report-back-inputs.ts';
import { splitDefault, wireDefault } from './default-of.ts';
import { code, escapeText, nothing } from './markdown.ts';

/** An input of the action as the contract has it. */
export interface InputField {
  name: string;
  description: string;
  /** As `action.yml` writes it; null when there is none. */
  actionDefault: string | null;
  /** As a table shows it: markdown. */
  shownDefault: string;
  /** Markdown, without the default. */
  meaning: string;
}

function inputField([name, schema]: [string, z.ZodType]): InputField {
  const description = schema.description ?? '';
  const { meaning, statedDefault } = splitDefault(description);
  const contractDefault = wireDefault(schema);
  const githubDefault = (githubDefaults as Readonly<Record<string, string>>)[name] ?? null;
  const shownDefault = contractDefault ?? (statedDefault === null ? githubDefault : null);
  return {
    name,
    description,
    actionDefault: githubDefault ?? contractDefault,
    shownDefault: shownDefault === null ? escapeText(statedDefault ?? nothing) : code(shownDefault),
    meaning: escapeText(meaning) + (secretInputs.has(name) ? ' **Secret**: masked, never stored.' : ''),
  };
}

export const requestInputs: InputField[] = Object.entries(pulseRequestFields).map(inputField);
export const actionOnlyInputs: InputField[] = Object.entries(actionInputFields).map(inputField);
/** Inputs of the action that reports back. */
export const reportBackInputs: InputField[] = Object.entries(reportBackInputFields).map(inputField);
