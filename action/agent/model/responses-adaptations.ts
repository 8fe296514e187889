import { type Adaptation, namesUnknown } from './adaptation.ts';

/** Models that do not reason have no reasoning to include, and refuse to be asked for it. */
const noReasoningItems: Adaptation = {
  name: 'no encrypted reasoning',
  wanted: namesUnknown(/\binclude\b|\bencrypted[_ ]content\b/i),
  applies: (body) => 'include' in body,
  change: (body) => Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'include')),
};

export const responsesAdaptations: readonly Adaptation[] = [noReasoningItems];
