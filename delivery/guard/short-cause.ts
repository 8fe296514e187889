import { visibleText } from '../../contract/reading/visible-text.ts';

const shownLength = 160;

/** Why a connection failed, on one short line: Node's code where there is one. */
export function shortCause(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'it gave no reason';
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const text = code || visibleText(thrown.message);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
