import { D as url, T as union, c as boolean, i as _enum, s as array, v as number, w as string } from "./iso.js";

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

export { wholeNumber as a, text as i, httpUrl as n, listOf as r, flag as t };