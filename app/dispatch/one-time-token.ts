import { createHash } from 'node:crypto';

/**
 * How long a one-time token serves, in milliseconds: a job may wait a day for a runner, and then takes a quarter of an
 * hour to write and as long to call back.
 */
export const tokenLifeMs = 25 * 3_600_000;

/** How a one-time token is kept: SHA-256 in hex. Its chance is too great for a guess, so that no salt is needed. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
