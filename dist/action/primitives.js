import { n as datetime, w as string } from "./iso.js";

// contract/primitives.ts
/** `owner/name`, or `local/<folder>` for a clone without a recognisable origin. */
const repositoryKey = string().regex(/^[\w.-]+\/[\w.-]+$/, "accepts owner/name");
/** `owner/name#number`: bare numbers collide as soon as two repositories are in one report. */
const pullRequestKey = string().regex(/^[\w.-]+\/[\w.-]+#[1-9]\d*$/, "accepts owner/name#number");
/** A full object name, SHA-1 or SHA-256. */
const commitSha = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, "accepts a full commit SHA in lower-case hex");
/** An instant in UTC to the second or finer, such as `2026-11-01T09:00:00Z`. */
const instant = datetime({ error: "accepts an ISO 8601 instant in UTC" });
/** A lower-case hex SHA-256, without a prefix. */
const sha256Hex = string().regex(/^[0-9a-f]{64}$/, "accepts a SHA-256 in lower-case hex");

export { sha256Hex as a, repositoryKey as i, instant as n, pullRequestKey as r, commitSha as t };