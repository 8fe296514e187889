import type { Attack } from './attack.ts';
import { dataTheft } from './data-theft.ts';
import { encoded } from './encoded.ts';
import { fakeMessages } from './fake-messages.ts';
import { hiddenUnicode } from './hidden-unicode.ts';
import { instructionOverride } from './instruction-override.ts';
import { linksAndImages } from './links-and-images.ts';
import { markupBreakouts } from './markup-breakouts.ts';
import { mentionBombs } from './mention-bombs.ts';
import { otherLanguages } from './other-languages.ts';
import { splitOverPulls } from './split-over-pulls.ts';
import { toolAbuse } from './tool-abuse.ts';
import { workflowCommands } from './workflow-commands.ts';

/** All attacks by family. */
export const families = {
  'instruction override': instructionOverride,
  'tool abuse': toolAbuse,
  'data theft': dataTheft,
  'links and images': linksAndImages,
  'mention bombs': mentionBombs,
  'hidden Unicode': hiddenUnicode,
  'markup breakouts': markupBreakouts,
  'workflow commands': workflowCommands,
  encoded,
  'split over pull requests': splitOverPulls,
  'other languages': otherLanguages,
  'fake messages': fakeMessages,
} as const satisfies Record<string, readonly Attack[]>;

export type Family = keyof typeof families;
