import { problemsOf } from '../../contract/problems.ts';
import {
  type ReportBackInputs,
  reportBackInputFields,
  reportBackInputs,
} from '../../contract/report-back-inputs.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { given } from '../read-inputs.ts';

/** @throws ZenPulseError `inputs_invalid` with every problem at once */
export function readReportBackInputs(variables: NodeJS.ProcessEnv): ReportBackInputs {
  const raw = given(variables, Object.keys(reportBackInputFields));
  const parsed = reportBackInputs.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new ZenPulseError('inputs_invalid', { problems: problemsOf(parsed.error, raw) });
}
