// action/lineage/redact.ts
/** Forms that only secrets have: tokens of GitHub, Slack, OpenAI and others, cloud keys, signed tokens, private keys. */
const secretForms = /gh[pousr]_\w{16,}|github_pat_\w{20,}|xox[abeprs]-[\w-]{10,}|xapp-[\w-]{10,}|sk-(?:[a-z0-9]{2,10}-)*\w{20,}|whsec_[\w+/=-]{16,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{6,}|-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----/gs;
const mark = "[redacted]";
/**
* Takes secrets out of text that is kept: those of this run by their value, others by their form.
* @param secrets values of this run; short ones are left to their form, they might be words
*/
function createRedactor(secrets) {
	const known = secrets.filter((secret) => secret.length >= 8).sort((left, right) => right.length - left.length);
	return (text) => known.reduce((left, secret) => left.replaceAll(secret, mark), text).replace(secretForms, mark);
}

export { createRedactor as t };