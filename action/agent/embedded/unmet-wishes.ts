import type { Notice } from '../../../contract/manifest.ts';
import { joinWords } from '../../report/words.ts';
import type { Wishes } from '../writer.ts';
import { tones } from './tones.ts';

/** Wishes that take a model are told, not dropped without a word. */
export function unmetWishes({ tone, customPrompt }: Wishes): Notice[] {
  const notices: Notice[] = [];
  if (!(tone in tones)) {
    notices.push({
      code: 'tone_needs_model',
      text: `The tone asked for takes a model; the embedded writer knows ${joinWords(Object.keys(tones))} and wrote in neutral.`,
    });
  }
  if (customPrompt !== null) {
    notices.push({
      code: 'prompt_needs_model',
      text: 'The custom prompt takes a model; the embedded writer did not use it.',
    });
  }
  return notices;
}
