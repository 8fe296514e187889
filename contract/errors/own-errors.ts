import { entry } from './entry.ts';

/** What ZenPulse refuses or does wrong itself. */
export const ownErrors = {
  demo_stopped: entry<{ step: string; why: string }>({
    kind: 'upstream',
    message: ({ step, why }) => `The demo stopped while ${step}: ${why}`,
    nextStep: () => 'Run it again; if it stops there again, please open an issue with this output.',
  }),
  report_refused: entry<{ findings: string[] }>({
    kind: 'refused',
    message: ({ findings }) => `No report passed the check against the facts: ${findings.join('; ')}.`,
    nextStep: () => 'Nothing was written. Please open an issue and attach the findings.',
  }),
  unexpected: entry<{ cause: string }>({
    kind: 'internal',
    message: ({ cause }) => `ZenPulse met a fault of its own: ${cause}`,
    nextStep: () => 'Please open an issue; set ZENPULSE_DEBUG=1 to see where it came from.',
  }),
} as const;
