import type { CallLimits } from '../../calls/call-policy.ts';

/**
 * Three tries and their pauses end within half a minute, which a job may well take; for a longer rate limit the job is
 * put off instead.
 */
export const callLimits: CallLimits = { tries: 3, tryMs: 10_000, rateWaitMs: 5_000 };
