import { type Command, Option } from 'commander';
import { deliveryFields, type PulseRequestField, pulseRequestFields } from '../contract/pulse-request.ts';

const shownValue: Partial<Record<PulseRequestField, string>> = {
  repo: 'path|owner/name',
  base_branch: 'branch',
  date_range: 'range',
  tag_range: 'A..B',
  analysis_type: 'type',
  ignored_prs: 'numbers',
  trigger_prs: 'numbers',
  llm_model: 'name',
  llm_api: 'api',
  max_iterations: 'n',
  max_tokens: 'n',
  request_id: 'id',
};

const flagOf = (field: string) => `--${field.replaceAll('_', '-')}`;
const camelCase = (field: string) => field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const optionNames = Object.keys(pulseRequestFields).filter(
  (field) => !deliveryFields.has(field),
) as PulseRequestField[];

const collect = (value: string, before: string[] | undefined) => [...(before ?? []), value];

/** Adds one option for each field of the contract that says what to report: snake_case on the wire, kebab-case here. */
export function addRequestOptions(command: Command): Command {
  for (const field of optionNames) {
    const flag = flagOf(field);
    const description = pulseRequestFields[field].description ?? '';
    if (field === 'dry_run') command.addOption(new Option(flag, description));
    else if (field === 'repo') {
      const option = new Option(`${flag} <${shownValue.repo}>`, `${description} Repeatable. Default: here.`);
      command.addOption(option.argParser(collect));
    } else command.addOption(new Option(`${flag} <${shownValue[field] ?? 'text'}>`, description));
  }
  return command;
}

/** What to add to the complaint over an unknown option; empty when it is no field of the action. */
export function adviceOnOption(complaint: string): string {
  const field = [...deliveryFields].find((each) => complaint.includes(`'${flagOf(each)}`));
  return field === undefined
    ? ''
    : `${field} is an input of the action, which sends the result. Here --json prints what it would send.\n`;
}

/**
 * The options given, under the contract's field names and still unparsed.
 * @param here the repository that is meant when none is named
 */
export function rawRequest(
  options: Readonly<Record<string, unknown>>,
  here: string,
): Record<string, unknown> {
  const given = optionNames.flatMap((field) => {
    const value = options[camelCase(field)];
    return value === undefined ? [] : [[field, value] as const];
  });
  return { repo: [here], ...Object.fromEntries(given) };
}
