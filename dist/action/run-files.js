import { C as strictObject, S as record, g as literal, i as _enum, m as json, s as array, w as string } from "./iso.js";
import { l as repositoryKey, o as commitSha, s as instant, u as sha256Hex } from "./wire-types.js";
import { t as canonicalJson } from "./canonical-json.js";
import { createHash } from "node:crypto";

// contract/lineage.ts
const statementType = "https://in-toto.io/Statement/v1";
const lineagePredicateType = "https://zenpulse.dev/lineage/v1";
/** What exactly produced a report. */
const lineagePredicate = strictObject({
	contract_version: literal("1").describe("Version of this format."),
	request_id: string().describe("The request this run answered."),
	pipeline_run_id: string().describe("Run id and attempt, joined by a dash."),
	status: _enum(["completed", "no_changes"]).describe("no_changes: there was nothing to report."),
	tool: strictObject({
		name: literal("zenpulse").describe("Name of the program."),
		version: string().describe("Its version."),
		runtime: string().describe("What it ran on, such as node v24.21.0.")
	}).describe("The program that ran."),
	request: record(string(), json()).describe("The pulse request with its defaults; secrets left out."),
	repository_file: array(strictObject({
		repository: repositoryKey.describe("Key of the repository."),
		source: string().describe("Where its rules were read."),
		sha256: sha256Hex.describe("Digest of their text.")
	})).describe("The rules in force, one entry for each repository that has any."),
	inputs: array(strictObject({
		repository: repositoryKey.describe("Key of the repository."),
		source: _enum(["git", "github"]).describe("Whether a clone was read or GitHub was asked."),
		base: commitSha.nullable().describe("Commit the range starts after; null when it has no start."),
		head: commitSha.nullable().describe("Commit the range ends with; null for dates."),
		start: instant.nullable().describe("Start of the window; null when not known."),
		end: instant.nullable().describe("End of the window; null when not known.")
	})).describe("What was looked at in each repository."),
	writer: strictObject({
		adapter: string().describe("How it was called: embedded, chat or responses; plain for the last resort, none for no report."),
		model: string().nullable().describe("Name of the model; null when code wrote."),
		version: string().describe("Raised when the same facts would be written otherwise."),
		degraded: string().nullable().describe("Why a plainer writer had to take over; null when none had to.")
	}).describe("Who wrote the report."),
	prompts: array(strictObject({
		id: string().describe("Name of the prompt."),
		version: string().describe("Its version."),
		sha256: sha256Hex.describe("Digest of its file.")
	})).describe("The prompts the model works from; none when code wrote."),
	tools: array(string()).describe("Names of the MCP tools the writer was given."),
	started_at: instant.describe("When the run started."),
	finished_at: instant.describe("When the run ended.")
});
/** An in-toto Statement v1. Its subjects are the other files of the run artifact. */
const lineageStatement = strictObject({
	_type: literal(statementType).describe("Type of an in-toto statement."),
	subject: array(strictObject({
		name: string().describe("Name of the file."),
		digest: strictObject({ sha256: sha256Hex.describe("Digest of its bytes.") }).describe("Digests by algorithm.")
	})).min(1).describe("The other files of the run artifact."),
	predicateType: literal(lineagePredicateType).describe("Says what the predicate means."),
	predicate: lineagePredicate.describe("What exactly produced those files.")
}).meta({
	title: "ZenPulse lineage",
	description: "An in-toto statement that binds the files of a run to what produced them."
});

// action/lineage/run-files.ts
const sha256 = (content) => createHash("sha256").update(content).digest("hex");
/** The in-toto statement that binds `predicate` to the other files of the artifact, byte for byte. */
function lineageFile(files, predicate) {
	const statement = {
		_type: statementType,
		subject: files.map(({ name, content }) => ({
			name,
			digest: { sha256: sha256(content) }
		})),
		predicateType: lineagePredicateType,
		predicate
	};
	return {
		name: "lineage.json",
		content: canonicalJson(statement)
	};
}

export { sha256 as n, lineageFile as t };