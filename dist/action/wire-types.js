import { D as url, T as union, c as boolean, i as _enum, n as datetime, s as array, v as number, w as string } from "./iso.js";

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

// contract/wire-types.ts
/** A list given as an array, or on the wire as one string with commas or line breaks. */
const listOf = (item) => union([string(), array(string())], { error: "accepts a list" }).transform((given) => (typeof given === "string" ? given.split(/[\n,]/) : given).map((entry) => entry.trim()).filter((entry) => entry !== "")).pipe(array(item));
/** A whole number, also as the decimal digits that inputs and options arrive in. */
const wholeNumber = (min, max) => {
	const accepts = `accepts a whole number from ${min} to ${max}`;
	const inRange = number(accepts).int(accepts).min(min, accepts).max(max, accepts);
	return union([inRange, string().regex(/^\d+$/, accepts)], { error: accepts }).transform(Number).pipe(inRange);
};
/** A yes or no, also as the words that inputs arrive in. */
const flag = union([boolean(), _enum(["true", "false"])], { error: "accepts true or false" }).transform((given) => given === true || given === "true");
const text = (max) => {
	const accepts = `accepts 1 to ${max} characters of text`;
	return string({ error: accepts }).trim().min(1, accepts).max(max, accepts);
};
const httpUrl = url({
	protocol: /^https?$/,
	error: "accepts an http or https URL"
});

export { wholeNumber as a, pullRequestKey as c, text as i, repositoryKey as l, httpUrl as n, commitSha as o, listOf as r, instant as s, flag as t, sha256Hex as u };