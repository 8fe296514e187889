import { type Adaptation, namesUnknown } from './adaptation.ts';

/** Models that do not reason have no reasoning to include, and refuse to be asked for it. */
const noReasoningItems: Adaptation = {
  name: 'no encrypted reasoning',
  wanted: (said) => namesUnknown(/\binclude\b|encrypted[_ ]content/i)(said),
  applies: (body) => 'include' in body,
  change: ({ include: _, ...body }) => body,
};

export const responsesAdaptations: readonly Adaptation[] = [noReasoningItems];
