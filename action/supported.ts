import type { PulseRequest } from '../contract/pulse-request.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';

/** Refuses what a request may ask for by contract but this version cannot do. @throws ZenPulseError `not_in_this_version` */
export function requireSupported(request: PulseRequest): void {
  if (request.llm_model !== 'embedded') {
    throw new ZenPulseError('not_in_this_version', {
      what: `Writing with the model "${request.llm_model}"`,
      instead: 'Leave llm_model out: the embedded writer needs no key and no network.',
    });
  }
  if (request.callback_url !== undefined) {
    throw new ZenPulseError('not_in_this_version', {
      what: 'Sending to callback_url',
      instead: 'Leave callback_url out; a later step can send the outputs, a script what --json prints.',
    });
  }
}
