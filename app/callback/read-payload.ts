import { type CallbackPayload, callbackPayload } from '../../contract/callback-payload.ts';
import { problemsOf } from '../../contract/problems.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';

const shownProblems = 20;

/** PostgreSQL stores neither NUL nor half a surrogate pair; a report is not lost over one. */
const storable = (value: unknown) =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\u{FFFD}') : value;

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body), (_key, value: unknown) =>
      storable(value),
    );
  } catch (error) {
    throw new ZenPulseError('callback_malformed', { why: 'its body is no JSON in UTF-8' }, { cause: error });
  }
}

/** @throws ZenPulseError `callback_malformed`, `callback_invalid` */
export function readPayload(body: Uint8Array): CallbackPayload {
  const value = parseJson(body);
  const { data, error } = callbackPayload.safeParse(value);
  if (data) return data;
  const problems = problemsOf(error, value, Object.keys(callbackPayload.shape));
  throw new ZenPulseError('callback_invalid', {
    problems: problems.slice(0, shownProblems),
    total: problems.length,
  });
}
