import type { CallbackPayload } from '../../contract/callback-payload.ts';
import { withoutText } from '../callback-payload.ts';

/** An input reaches a step as one variable of the environment, which Linux caps at 128 KiB. */
const maxBytes = 100_000;

const sizeOf = (payload: CallbackPayload) => Buffer.byteLength(JSON.stringify(payload));

function shortened({ results, error, ...payload }: CallbackPayload): {
  payload: CallbackPayload;
  what: string;
} {
  const message =
    error && error.message.length > maxBytes / 10
      ? `${error.message.slice(0, maxBytes / 10)}… (truncated at ${maxBytes / 10} of ${error.message.length} characters)`
      : error?.message;
  return {
    payload: {
      ...payload,
      results: results && { ...results, included_pull_requests: [] },
      error: error && { ...error, message: message ?? error.message },
    },
    what: results
      ? `the keys of ${results.included_pull_requests.length} pull requests`
      : "the error's full text",
  };
}

/**
 * The payload as an output for the job that reports back, without what it takes from the artifact.
 * @returns the JSON, and a notice when something else had to be left out; null when nothing had
 */
export function handOver(payload: CallbackPayload): { json: string; notice: string | null } {
  const slim = withoutText(payload);
  const size = sizeOf(slim);
  if (size <= maxBytes) return { json: JSON.stringify(slim), notice: null };
  const { payload: short, what } = shortened(slim);
  return {
    json: JSON.stringify(short),
    notice: `The output payload is handed on without ${what}: it would take ${size} bytes, the limit is ${maxBytes}.`,
  };
}
