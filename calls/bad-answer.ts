import type { z } from 'zod';
import { ZenPulseError } from '../contract/zenpulse-error.ts';

/** An answer of another shape than GitHub publishes. @param what the call, such as `GET /repos/{owner}/{repo}` */
export function badAnswer(what: string, { issues: [issue] }: z.ZodError): ZenPulseError {
  const why = issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : 'unknown shape';
  return new ZenPulseError('github_bad_answer', { what, why });
}
