import { z } from 'zod';

/** `owner/name`, or `local/<folder>` for a clone without a recognisable origin. */
export const repositoryKey = z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'accepts owner/name');

/** `owner/name#number`: bare numbers collide as soon as two repositories are in one report. */
export const pullRequestKey = z.string().regex(/^[\w.-]+\/[\w.-]+#[1-9]\d*$/, 'accepts owner/name#number');

/** A full object name, SHA-1 or SHA-256. */
export const commitSha = z
  .string()
  .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'accepts a full commit SHA in lower-case hex');

/** An instant in UTC to the second or finer, such as `2026-11-01T09:00:00Z`. */
export const instant = z.iso.datetime({ error: 'accepts an ISO 8601 instant in UTC' });

/** A lower-case hex SHA-256, without a prefix. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, 'accepts a SHA-256 in lower-case hex');
