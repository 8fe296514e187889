import { parse } from 'yaml';
import { promptFile, type PromptFile } from '../../../contract/prompt-file.ts';
import { sha256 } from '../../lineage/run-files.ts';

/** A prompt with the digest that lineage names. */
export interface Prompt {
  file: PromptFile;
  sha256: string;
}

/** @param text a `*.prompt.yml`; it is part of this program, so a fault in it is a fault of ours */
export const readPrompt = (text: string): Prompt => ({
  file: promptFile.parse(parse(text)),
  sha256: sha256(text),
});
