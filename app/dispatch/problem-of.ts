import type { ErrorCode, ErrorData } from '../../contract/error-catalogue.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { Problem } from '../store/tables.ts';

/** An error as it is kept with a message or a repository. */
export const problemOf = (
  { code, message, nextStep }: ZenPulseError,
  url: string | null = null,
): Problem => ({
  code,
  message,
  next_step: nextStep,
  url,
});

/** An entry of the catalogue as something to repair. */
export const problem = <Code extends ErrorCode>(
  code: Code,
  data: ErrorData<Code>,
  url: string | null = null,
): Problem => problemOf(new ZenPulseError(code, data), url);
