import { stringify } from 'yaml';
import { actionOutputFields } from '../../contract/action-inputs.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { actionOnlyInputs, requestInputs } from './input-fields.ts';

/** `action.yml`. No input is required: what must be there is checked by the run, which names every problem at once. */
export function actionFile(): string {
  const inputs = [...requestInputs, ...actionOnlyInputs].map(({ name, description, actionDefault }) => [
    name,
    { description, required: false, ...(actionDefault === null ? {} : { default: actionDefault }) },
  ]);
  const outputs = Object.entries(actionOutputFields).map(([name, { description = '' }]) => [
    name,
    { description },
  ]);
  const action = {
    name: 'ZenPulse',
    description: packageFile.description,
    author: 'ZenPulse contributors',
    branding: { icon: 'activity', color: 'green' },
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
    runs: { using: 'node24', main: 'dist/action/run.js' },
  };
  const yaml = stringify(action, { lineWidth: 0, singleQuote: true });
  return `# Generated from contract/ by scripts/generate.ts (npm run generate); edit the descriptions there.\n${yaml}`;
}
