import {
  type ActionInputs,
  actionInputFields,
  actionInputs,
  secretInputs,
} from '../contract/action-inputs.ts';
import { problemsOf } from '../contract/problems.ts';
import { type PulseRequest, pulseRequest, pulseRequestFields } from '../contract/pulse-request.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';

/** The action's inputs, parsed. */
export interface Inputs {
  request: PulseRequest;
  action: ActionInputs;
}

/** A field's input as the runner hands it over: `INPUT_` and its name in capitals; empty means not given. */
export const given = (variables: NodeJS.ProcessEnv, fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = variables[`INPUT_${field.toUpperCase()}`]?.trim();
      return value ? [[field, value]] : [];
    }),
  );

/** Values that must never be printed, to be masked before anything else happens. */
export const secretsIn = (variables: NodeJS.ProcessEnv): string[] =>
  Object.values(given(variables, [...secretInputs]));

/** The request id alone, for an answer to a request that cannot be used otherwise; null without a good one. */
export function requestIdIn(variables: NodeJS.ProcessEnv): string | null {
  const { request_id: raw } = given(variables, ['request_id']);
  return pulseRequestFields.request_id.safeParse(raw).data ?? null;
}

/** @throws ZenPulseError `request_invalid` with every problem of all inputs at once */
export function readInputs(variables: NodeJS.ProcessEnv): Inputs {
  const rawRequest = given(variables, Object.keys(pulseRequestFields));
  const rawAction = given(variables, Object.keys(actionInputFields));
  const request = pulseRequest.safeParse(rawRequest);
  const action = actionInputs.safeParse(rawAction);
  if (request.success && action.success) return { request: request.data, action: action.data };
  throw new ZenPulseError('request_invalid', {
    problems: [
      ...(request.success ? [] : problemsOf(request.error, rawRequest)),
      ...(action.success ? [] : problemsOf(action.error, rawAction)),
    ],
  });
}
