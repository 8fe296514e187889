/** How a run can end. */
export const runStatuses = ['completed', 'no_changes', 'failed', 'validated'] as const;
export type RunStatus = (typeof runStatuses)[number];
