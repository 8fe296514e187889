import type { CallLimits } from '../../../calls/call-policy.ts';

/** Three tries of nine seconds end, with their pauses, within the 30 s a call may take. */
export const callLimits: CallLimits = { tries: 3, tryMs: 9_000, rateWaitMs: 5 * 60_000 };
