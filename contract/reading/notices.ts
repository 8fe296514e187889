import type { Notice } from '../manifest.ts';
import { visibleText } from './visible-text.ts';

/** Notices that put a whole window in doubt. */
const warningCodes: readonly string[] = [
  'previous_tag_missing',
  'previous_tag_unrelated',
  'previous_tag_doubtful',
];

/** Whether a report shows a notice; the rest is for those who keep the rules. */
export const isForReaders = ({ audience }: Notice): boolean => audience === undefined;

/** True for a notice that stands above a report; the others stand below it. */
export const isWarning = ({ code }: Notice): boolean => warningCodes.includes(code);

/** What a reader must know before anything else, in words. */
export const warningsOf = (notices: readonly Notice[]): string[] =>
  notices.filter(isWarning).map(({ text }) => visibleText(text));
