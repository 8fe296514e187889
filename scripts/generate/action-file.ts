import { stringify } from 'yaml';
import type { z } from 'zod';
import { actionOutputFields } from '../../contract/action-outputs.ts';
import { reportBackOutputFields } from '../../contract/report-back-inputs.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { actionOnlyInputs, type InputField, reportBackInputs, requestInputs } from './input-fields.ts';

interface Described {
  name: string;
  description: string;
  inputs: readonly InputField[];
  outputs: Readonly<Record<string, z.ZodType>>;
  /** The bundle, from the folder of the file. */
  main: string;
}

/** No input is required: what must be there is checked by the run, which names every problem at once. */
function fileOf({ name, description, inputs, outputs, main }: Described): string {
  const action = {
    name,
    description,
    author: 'ZenPulse contributors',
    branding: { icon: 'activity', color: 'green' },
    inputs: Object.fromEntries(
      inputs.map((input) => [
        input.name,
        {
          description: input.description,
          required: false,
          ...(input.actionDefault === null ? {} : { default: input.actionDefault }),
        },
      ]),
    ),
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([output, field]) => [output, { description: field.description ?? '' }]),
    ),
    runs: { using: 'node24', main },
  };
  const yaml = stringify(action, { lineWidth: 0, singleQuote: true });
  return `# Generated from contract/ by scripts/generate.ts (npm run generate); edit the descriptions there.\n${yaml}`;
}

/** `action.yml`. */
export const actionFile = (): string =>
  fileOf({
    name: 'ZenPulse',
    description: packageFile.description,
    inputs: [...requestInputs, ...actionOnlyInputs],
    outputs: actionOutputFields,
    main: 'dist/action/run.js',
  });

/** `action/report-back/action.yml`. */
export const reportBackFile = (): string =>
  fileOf({
    name: 'ZenPulse: report back',
    description: 'Checks the report that another job of the run wrote, then calls back or posts it to Slack.',
    inputs: reportBackInputs,
    outputs: reportBackOutputFields,
    main: '../../dist/report-back/run.js',
  });
