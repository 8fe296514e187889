import type { ActionInputs } from '../contract/action-inputs.ts';
import type { PulseRequest } from '../contract/pulse-request.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';

/** Inputs of the action whose work is delivery, which this version does not do. */
const deliveryInputs = ['slack_webhook_url', 'slack_bot_token', 'callback_signing_secret'] as const;

/** Refuses inputs that would have no effect. @throws ZenPulseError `not_in_this_version` */
export function requireSupportedInputs(inputs: ActionInputs): void {
  const given = deliveryInputs.find((field) => inputs[field] !== undefined);
  if (given === undefined) return;
  throw new ZenPulseError('not_in_this_version', {
    what: `Delivery, which ${given} is for,`,
    instead: `Leave ${given} out; a later step can send the outputs.`,
  });
}

/** Refuses what a request may ask for by contract but this version cannot do. @throws ZenPulseError `not_in_this_version` */
export function requireSupported(request: PulseRequest): void {
  if (request.callback_url !== undefined) {
    throw new ZenPulseError('not_in_this_version', {
      what: 'Sending to callback_url',
      instead: 'Leave callback_url out; a later step can send the outputs, a script what --json prints.',
    });
  }
}
