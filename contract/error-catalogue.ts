import { actionErrors } from './errors/action-errors.ts';
import { appErrors } from './errors/app-errors.ts';
import { deliveryErrors } from './errors/delivery-errors.ts';
import { dispatchErrors } from './errors/dispatch-errors.ts';
import { githubErrors } from './errors/github-errors.ts';
import { modelErrors } from './errors/model-errors.ts';
import { ownErrors } from './errors/own-errors.ts';
import { requestErrors } from './errors/request-errors.ts';

/** Every error a user can meet: what failed and why, and the next step. */
export const errorCatalogue = {
  ...requestErrors,
  ...actionErrors,
  ...githubErrors,
  ...modelErrors,
  ...deliveryErrors,
  ...appErrors,
  ...dispatchErrors,
  ...ownErrors,
} as const;

export type ErrorCode = keyof typeof errorCatalogue;
export type ErrorData<Code extends ErrorCode> = Parameters<(typeof errorCatalogue)[Code]['message']>[0];
