import * as core from '@actions/core';
import type { ZenPulseError } from '../../contract/zenpulse-error.ts';

/** Fails the step, with what to do next. */
export const setFailed = ({ message, nextStep }: Pick<ZenPulseError, 'message' | 'nextStep'>): void =>
  core.setFailed(`${message}\nNext: ${nextStep}`);
