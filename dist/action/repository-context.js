import { n as repositoryFilePath } from "./repository-file.js";
import { t as ZenPulseError } from "./zenpulse-error.js";

// action/sources/github/repository-context.ts
/** The rules in force: the organisation's as the base, the repository's own over them. */
function rulesOf(key, own, organization) {
	const owner = key.split("/")[0] ?? "";
	const asText = (answer, source) => {
		const why = answer?.isTruncated ? "the file is too large" : answer?.text === null ? "it is not text" : null;
		if (why !== null) throw new ZenPulseError("github_bad_answer", {
			what: source,
			why
		});
		return answer?.text ? [{
			text: answer.text,
			source
		}] : [];
	};
	return [...key === `${owner}/.github` ? [] : asText(organization, `${repositoryFilePath} of ${owner}/.github`), ...asText(own, repositoryFilePath)];
}
/**
* The repository of an answer.
* @throws ZenPulseError `github_forbidden` or `github_not_found` when GitHub gave none
*/
function requireRepository(key, repository, errors) {
	if (repository !== null) return repository;
	const forbidden = errors.find(({ type }) => type === "FORBIDDEN");
	if (!forbidden) throw new ZenPulseError("github_not_found", { what: key });
	throw new ZenPulseError("github_forbidden", {
		repository: key,
		permission: "contents=read, pull_requests=read",
		message: forbidden.message
	});
}
/** Errors beside the data that make it incomplete. A missing `.github` repository is an answer, not an error. */
const gapsOf = (errors) => errors.filter(({ type, path }) => !(type === "NOT_FOUND" && path.split(".")[0] === "organization")).map(({ path, message }) => `GitHub could not answer ${path || "the query"} (${message})`);
/** What makes a reading incomplete, as a notice each; the same gap is told once. */
const gapNotices = (key, gaps) => [...new Set(gaps)].map((gap) => ({
	code: "source_incomplete",
	text: `${key}: ${gap}.`
}));

export { rulesOf as i, gapsOf as n, requireRepository as r, gapNotices as t };