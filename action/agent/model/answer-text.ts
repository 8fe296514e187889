import type { WholeAnswer } from './post-json.ts';
import { readServerError, type ServerError } from './read-server-error.ts';

export const isHtml = (text: string) => /^\s*<(?:!doctype|html|head|body)\b/i.test(text);

/** The JSON of a text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What an answer says went wrong; its text as it stands when it holds no error of a known shape. */
export const errorOfAnswer = ({ text }: WholeAnswer): ServerError =>
  readServerError(parseJson(text)) ?? {
    message: isHtml(text) ? 'a page of HTML' : text.trim() || 'no word',
    code: null,
    param: null,
    status: null,
  };
