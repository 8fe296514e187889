import type { Saying, ScriptedCall } from './scripted-reply.ts';

export const argumentsOf = ({ arguments: given }: ScriptedCall) =>
  typeof given === 'string' ? given : JSON.stringify(given);

const charactersAToken = 4;

/** As told, or four characters a token; null when usage is to be left out. */
export function usageOf(saying: Saying, promptCharacters: number): { input: number; output: number } | null {
  if (saying.usage !== undefined) return saying.usage;
  const said = [saying.content, saying.refusal, saying.reasoning, ...(saying.calls ?? []).map(argumentsOf)];
  const characters = said.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  return {
    input: Math.ceil(promptCharacters / charactersAToken),
    output: Math.ceil(characters / charactersAToken),
  };
}
