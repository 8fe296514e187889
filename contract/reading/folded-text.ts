import { seenText } from './visible-text.ts';

/**
 * Text in the one form in which names, labels and titles are compared: what a reader sees of it, with compatible
 * characters (full width, ligatures, composed accents) as one, in lower case. Not for showing.
 */
export const foldedText = (text: string): string => seenText(seenText(text).normalize('NFKC')).toLowerCase();
