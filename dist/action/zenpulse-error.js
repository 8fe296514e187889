import { C as strictObject, S as record, c as boolean, f as int, g as literal, i as _enum, w as string } from "./iso.js";
import { a as wholeNumber, i as text, n as httpUrl, r as listOf, s as instant, t as flag } from "./wire-types.js";

// contract/callback-payload.ts
const runStatuses = [
	"completed",
	"no_changes",
	"failed",
	"validated"
];
const count = int().nonnegative();
const metrics = strictObject({
	preflight_merged_pr_count: count.describe("Pull requests that merged in the window, before any rule."),
	included_pr_count: count.describe("Of these, the ones in the report."),
	direct_push_count: count.describe("Commits in the report that no pull request brought."),
	report_length_chars: count.describe("Length of summary_message in characters (UTF-16 units)."),
	model_call_count: count.describe("Calls made to the model."),
	tool_call_count: count.describe("Tool calls the model made."),
	input_tokens: count.describe("Tokens sent to the model."),
	output_tokens: count.describe("Tokens the model answered with."),
	step_ms: record(string(), count).describe("Wall time by name of the step, in milliseconds.")
});
const results = strictObject({
	summary_message: string().nullable().describe("The report as markdown; null when none was written."),
	metrics: metrics.describe("Counts, tokens and times."),
	timeframe: strictObject({
		start: instant.nullable().describe("Start of the window; null when not known."),
		end: instant.nullable().describe("End of the window, exclusive; null when not known."),
		base: string().nullable().describe("Tag or branch the range starts from; null without one."),
		head: string().nullable().describe("Tag or branch the range ends with; null without one.")
	}).describe("What was looked at."),
	degraded: string().nullable().describe("Why a plainer writer had to take over; null when none had to."),
	complete: boolean().describe("False when a repository could not be read in full; then a person looks before anything is posted.")
});
/** What a finished run tells its caller; the CLI prints it with `--json`. */
const callbackPayload = strictObject({
	contract_version: literal("1").describe("Version of this format."),
	request_id: string().describe("The request this answers."),
	pipeline_run_id: string().describe("Run id and attempt, joined by a dash."),
	status: _enum(runStatuses).describe("completed, no_changes (nothing to report), validated (a dry run) or failed."),
	artifact_uri: string().nullable().describe("Where the files of the run are; null when none were kept."),
	artifact_digest: string().nullable().describe("Digest of the artifact as sha256:…, on the CLI that of lineage.json; null without files."),
	results: results.nullable().describe("What came of it; null when the run failed."),
	error: strictObject({
		code: string().describe("Code from the error catalogue."),
		message: string().describe("What failed and why."),
		next_step: string().describe("What to do about it.")
	}).nullable().describe("Why the run failed; null when it did not.")
}).meta({
	title: "ZenPulse callback payload",
	description: "What a finished run tells its caller."
});

// contract/action-inputs.ts
const host = string().regex(/^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\da-f:]+\])(?::[1-9]\d{0,4})?$/i, "accepts host names, such as zenpulse.example.com or receiver.internal:8080");
/**
* Inputs of the action that are no part of a pulse request: the workflow file alone sets them. A dispatch must
* not be able to send a key elsewhere or to widen where a report may go.
*/
const actionInputFields = {
	github_token: text(4096).optional().describe("Token that reads the repositories. Default: the job's own, which reads this repository."),
	llm_api_key: text(4096).optional().describe("Key for the API that serves llm_model; the embedded writer needs none."),
	llm_base_url: httpUrl.optional().describe("Address of an OpenAI-compatible API. Default: https://api.openai.com/v1."),
	mcp_server: text(4096).optional().describe("Where the model gets its GitHub tools: github (the official server), builtin, the URL of an MCP server, or the path of a server binary. Default: github, or builtin for the embedded writer."),
	config_file: text(4096).optional().describe("Path of the rules file. Default: .github/zenpulse.yml of each repository."),
	slack_webhook_url: httpUrl.optional().describe("Incoming webhook that posts the report to Slack; no bot token is needed then."),
	slack_bot_token: text(4096).optional().describe("Bot token (xoxb-…) with chat:write that posts the report to slack_channel."),
	slack_channel: text(200).optional().describe("Id of the Slack channel (C0123456789) for slack_bot_token. A webhook has its own."),
	callback_allowed_hosts: listOf(host).default([]).describe("Hosts that callback_url may name, over https on public addresses. An entry with a port, such as receiver.internal:8080, also allows http and private addresses on exactly that host and port."),
	callback_signing_secret: text(512).optional().describe("Signs callbacks as Standard Webhooks do, for receivers other than ZenPulse (whsec_…)."),
	allow_private_sources: flag.default(false).describe("Lets a run hosted in a public repository report on private ones: its artifacts are public."),
	retention_days: wholeNumber(1, 400).optional().describe("Days the run artifact is kept. Default: the repository's setting.")
};
const actionInputsObject = strictObject(actionInputFields);
function checkSlack(inputs, context) {
	const { slack_webhook_url: webhook, slack_bot_token: token, slack_channel: channel } = inputs;
	const refuse = (field, message) => context.addIssue({
		code: "custom",
		path: [field],
		message,
		input: inputs[field]
	});
	if (webhook && token) refuse("slack_webhook_url", "accepts a value only without slack_bot_token");
	if (token && !channel) refuse("slack_channel", "accepts the id of a channel, which slack_bot_token needs");
}
const actionInputs = actionInputsObject.superRefine(checkSlack).meta({
	title: "ZenPulse action inputs",
	description: "What the workflow file sets beside the pulse request."
});
/** Fields whose values are masked before anything else happens and are never stored or shown. */
const secretInputs = /* @__PURE__ */ new Set([
	"github_token",
	"llm_api_key",
	"slack_webhook_url",
	"slack_bot_token",
	"callback_signing_secret",
	"webhook_token"
]);
/** What later steps and jobs of the workflow get; every value is a string there. */
const actionOutputFields = {
	status: _enum(runStatuses).describe("completed, no_changes (nothing to report), validated (a dry run) or failed."),
	has_changes: _enum(["true", "false"]).describe("true when there was something to report."),
	summary_message: string().describe("The report as markdown; empty when none was written."),
	report_path: string().describe("Path of report.md on the runner; empty when none was written."),
	artifact_id: string().describe("Id of the run artifact, by which another job fetches it; empty without one."),
	artifact_url: string().describe("Web address of the run artifact; empty when nothing was uploaded."),
	artifact_digest: string().describe("Digest of the run artifact, as sha256:…; empty without one."),
	pipeline_run_id: string().describe("Id and attempt of the workflow run, joined by a dash."),
	metrics: string().describe("Counts, tokens and times of the run, as JSON; see docs/contract.md.")
};

// contract/problems.ts
const shownLength = 80;
/** The path as far as the raw input has it: a list given as one string ends at that string. */
function pathInInput(input, path) {
	let at = input;
	const end = path.findIndex((step) => {
		if (typeof at === "string") return true;
		at = typeof at === "object" && at !== null ? at[step] : void 0;
		return false;
	});
	return end === -1 ? path : path.slice(0, end);
}
/** The value at a path of the raw input, as short JSON on one line. */
function show(input, path) {
	const value = path.reduce((at, step) => typeof at === "object" && at !== null ? at[step] : void 0, input);
	if (value === void 0) return "nothing";
	const text = JSON.stringify(value) ?? typeof value;
	return text.length > shownLength ? `${text.slice(0, shownLength)}… (${text.length} characters)` : text;
}
const joinPath = (path) => path.reduce((joined, step) => typeof step === "number" ? `${joined}[${step}]` : joined === "" ? String(step) : `${joined}.${String(step)}`, "");
/**
* Every issue of a failed parse as a problem a person can act on.
* @param input the raw value that was parsed, for "got"
* @param knownFields the accepted names at the top level, listed when an unknown one was given
*/
function problemsOf(error, input, knownFields = []) {
	return error.issues.flatMap((issue) => {
		if (issue.code === "unrecognized_keys") {
			const known = issue.path.length === 0 && knownFields.length > 0 ? `: ${knownFields.join(", ")}` : "";
			return issue.keys.map((key) => ({
				field: joinPath([...issue.path, key]) || "\"\"",
				got: "an unknown field",
				accepts: `accepts only known fields${known}`
			}));
		}
		const path = pathInInput(input, issue.path);
		const field = joinPath(path);
		return [{
			field: field || "(the whole)",
			got: secretInputs.has(field) ? "(a secret, not shown)" : show(input, path),
			accepts: issue.message
		}];
	});
}
/** `date_range: got "7 days"; accepts 7d, …` */
const formatProblem = (problem) => `${problem.field}: got ${problem.got}; ${problem.accepts}`;

// contract/error-catalogue.ts
/** Exit codes of the CLI; 0 is "done", 1 a fault of ZenPulse itself. */
const exitCodes = {
	internal: 1,
	input: 2,
	upstream: 3,
	refused: 4,
	gate: 5
};
const entry = (value) => value;
const list = (names, none) => names.length === 0 ? none : names.join(", ");
const lines = (problems) => problems.map((each) => `\n  - ${formatProblem(each)}`).join("");
/** Every error a user can meet: what failed and why, and the next step. */
const errorCatalogue = {
	request_invalid: entry({
		kind: "input",
		message: ({ problems }) => `The pulse request cannot be used:${lines(problems)}`,
		nextStep: () => "Correct the fields named; \"zenpulse report --help\" shows every option with examples."
	}),
	repository_file_invalid: entry({
		kind: "input",
		message: ({ source, problems }) => `The rules in ${source} cannot be used:${lines(problems)}`,
		nextStep: () => "Correct the fields named; \"zenpulse validate FILE\" checks the file alone."
	}),
	repository_not_found: entry({
		kind: "input",
		message: ({ path }) => `There is no folder "${path}".`,
		nextStep: () => "Give --repo the path of a git clone, such as \"--repo .\" or \"--repo ../shop\"."
	}),
	repository_not_git: entry({
		kind: "input",
		message: ({ path }) => `"${path}" is not a git repository.`,
		nextStep: () => "Give --repo the top folder of a clone, or clone the repository first with \"git clone URL\"."
	}),
	repository_not_top: entry({
		kind: "input",
		message: ({ path, top }) => `"${path}" lies inside the clone at "${top}", it is not the clone itself.`,
		nextStep: ({ top }) => `Use "--repo ${top}"; to report on one folder of it, set includes.paths in its .github/zenpulse.yml.`
	}),
	repository_shallow: entry({
		kind: "input",
		message: ({ path }) => `"${path}" is a shallow clone: merges before its cut are not there to be counted.`,
		nextStep: ({ path }) => `Run "git -C ${path} fetch --unshallow --tags"; in a workflow set fetch-depth: 0 on actions/checkout.`
	}),
	repository_partial: entry({
		kind: "input",
		message: ({ path }) => `"${path}" is a partial clone that lacks objects this report needs.`,
		nextStep: ({ path }) => `Run "git -C ${path} fetch --refetch --filter=blob:none", which brings all folders of all commits.`
	}),
	repository_empty: entry({
		kind: "input",
		message: ({ path }) => `"${path}" has no commits on any branch.`,
		nextStep: () => "Fetch its history first (\"git fetch --all --tags\"), or report on another repository."
	}),
	repository_owner: entry({
		kind: "input",
		message: ({ path }) => `git refuses to read "${path}": the folder belongs to another user.`,
		nextStep: ({ path }) => `If you trust it: git config --global --add safe.directory "${path}"`
	}),
	repository_twice: entry({
		kind: "input",
		message: ({ key, paths }) => `Two repositories have the same key ${key}: ${paths.join(" and ")}.`,
		nextStep: () => "Name each repository once; a clone is keyed by its origin, else by its folder name."
	}),
	not_in_this_version: entry({
		kind: "input",
		message: ({ what }) => `${what} is not in this version of ZenPulse.`,
		nextStep: ({ instead }) => instead
	}),
	branch_unknown: entry({
		kind: "input",
		message: ({ branch, repository }) => `base_branch: ${repository} has no branch "${branch}".`,
		nextStep: ({ known }) => `Branches there: ${list(known, "none")}. If a clone lacks it, run "git fetch" there first.`
	}),
	branch_undetermined: entry({
		kind: "input",
		message: ({ repository }) => `base_branch: the default branch of ${repository} cannot be told.`,
		nextStep: ({ known }) => `Name one with --base-branch: ${list(known, "none found")}.`
	}),
	tag_unknown: entry({
		kind: "input",
		message: ({ tag, repository }) => `tag_range: ${repository} has no tag "${tag}".`,
		nextStep: ({ known }) => `Newest tags there: ${list(known, "none")}. If a clone lacks it, run "git fetch --tags" there first.`
	}),
	tag_missing: entry({
		kind: "input",
		message: ({ repository, type }) => `${repository} has no version tag, which analysis_type ${type} starts from.`,
		nextStep: () => "Fetch tags (\"git fetch --tags\"), or use analysis_type shipped with a date_range."
	}),
	tag_range_reversed: entry({
		kind: "input",
		message: ({ base, head }) => `tag_range: ${base}..${head} runs backwards, ${head} is contained in ${base}.`,
		nextStep: ({ base, head }) => `Did you mean ${head}..${base}?`
	}),
	date_range_future: entry({
		kind: "input",
		message: ({ spec, start, now }) => `date_range: ${spec} starts at ${start}, but it is ${now} now.`,
		nextStep: () => "Give a range that has begun, such as 7d or 2026-11-01..2026-11-15."
	}),
	file_unreadable: entry({
		kind: "input",
		message: ({ path, cause }) => `"${path}" cannot be read (${cause}).`,
		nextStep: () => "Check the path and its permissions."
	}),
	output_unwritable: entry({
		kind: "input",
		message: ({ path, cause }) => `The run's files cannot be written to "${path}" (${cause}).`,
		nextStep: () => "Give --out a folder you may write to; nothing was left half written."
	}),
	git_missing: entry({
		kind: "input",
		message: () => "git is not installed, or not on the PATH.",
		nextStep: () => "Install git 2.33 or later from https://git-scm.com and try again."
	}),
	git_failed: entry({
		kind: "upstream",
		message: ({ command, status, stderr }) => `"git ${command}" failed (${status}): ${stderr || "it said nothing"}`,
		nextStep: () => "Run \"git fsck\" in the clone; if it is sound, please open an issue with this message."
	}),
	private_source: entry({
		kind: "input",
		message: ({ repository }) => `${repository} is private, but this run is hosted in a public repository, where its report would be public.`,
		nextStep: () => "Run the workflow in a private repository, or set allow_private_sources: true if that is meant."
	}),
	github_token_missing: entry({
		kind: "input",
		message: ({ repository }) => `There is no folder "${repository}", and no token to read it from GitHub.`,
		nextStep: ({ repository }) => `Set GITHUB_TOKEN in the environment (github_token in a workflow) to a token that may read ${repository}, or give the path of a clone.`
	}),
	artifact_failed: entry({
		kind: "upstream",
		message: ({ cause }) => `The run's files could not be stored as a workflow artifact: ${cause}`,
		nextStep: () => "Run the failed jobs again; the report is in this job's summary."
	}),
	github_not_found: entry({
		kind: "upstream",
		message: ({ what }) => `${what} was not found on GitHub, or the token has no access to it.`,
		nextStep: ({ what }) => `Check the name and that the token may read ${what}; the job's own token reads only its repository and public ones.`
	}),
	github_forbidden: entry({
		kind: "upstream",
		message: ({ repository, permission, message }) => `GitHub refuses to show ${repository}: the token lacks the permission ${permission} (${message}).`,
		nextStep: ({ permission }) => `Grant ${permission} under "permissions:" in the workflow, or to the App.`
	}),
	github_unauthorized: entry({
		kind: "upstream",
		message: () => "GitHub refuses the token: it has expired, was revoked or is not whole.",
		nextStep: () => "Start the run again; with a token of your own, make a new one and store it as the secret."
	}),
	github_rate_limited: entry({
		kind: "upstream",
		message: ({ resetAt }) => `GitHub's rate limit is spent until ${resetAt}.`,
		nextStep: ({ resetAt }) => `Run again after ${resetAt}; a GitHub App's token has a higher limit.`
	}),
	github_unavailable: entry({
		kind: "upstream",
		message: ({ what, tries }) => `GitHub did not answer after ${tries} tries: ${what}.`,
		nextStep: () => "See https://www.githubstatus.com and run again."
	}),
	github_bad_answer: entry({
		kind: "upstream",
		message: ({ what, why }) => `GitHub's answer to ${what} cannot be used: ${why}.`,
		nextStep: () => "Run again; if it stays, a proxy may stand between, or please open an issue with this message."
	}),
	github_refused: entry({
		kind: "upstream",
		message: ({ what, status, message }) => `GitHub refused ${what} with ${status}: ${message}.`,
		nextStep: () => "Trying again does not help; check the request against what GitHub says."
	}),
	model_unavailable: entry({
		kind: "upstream",
		message: ({ model, tries, why }) => `The model ${model} gave no answer (tries: ${tries}): ${why}.`,
		nextStep: () => "Run again later; if it stays, see the provider's status page, or check llm_base_url and the network."
	}),
	model_refused_request: entry({
		kind: "upstream",
		message: ({ model, api, status, message }) => `The server of the model ${model} refused the request over the ${api} API with ${status}: ${message}.`,
		nextStep: ({ api }) => `Trying again does not help: check llm_model and llm_base_url, and where the server has no ${api} API set llm_api to the other one (chat or responses).`
	}),
	model_unauthorized: entry({
		kind: "upstream",
		message: ({ host, status, message }) => `${host} refuses the key with ${status}: ${message}.`,
		nextStep: ({ host }) => `Check that llm_api_key is whole, is one for ${host}, was not revoked, and may use llm_model.`
	}),
	model_bad_answer: entry({
		kind: "upstream",
		message: ({ model, why }) => `The answer for the model ${model} cannot be used: ${why}.`,
		nextStep: () => "Check that llm_base_url is the address of an OpenAI-compatible API, most often ending in /v1; then the server's own log."
	}),
	report_refused: entry({
		kind: "refused",
		message: ({ findings }) => `No report passed the check against the facts: ${findings.join("; ")}.`,
		nextStep: () => "Nothing was written. Please open an issue and attach the findings."
	}),
	unexpected: entry({
		kind: "internal",
		message: ({ cause }) => `ZenPulse met a fault of its own: ${cause}`,
		nextStep: () => "Please open an issue; set ZENPULSE_DEBUG=1 to see where it came from."
	})
};

// contract/zenpulse-error.ts
/** An error of the catalogue: code, data, what failed and why, and the next step. */
var ZenPulseError = class extends Error {
	name = "ZenPulseError";
	code;
	data;
	kind;
	nextStep;
	constructor(code, data, options) {
		const entry = errorCatalogue[code];
		super(entry.message(data), options);
		this.code = code;
		this.data = data;
		this.kind = entry.kind;
		this.nextStep = entry.nextStep(data);
	}
	get exitCode() {
		return exitCodes[this.kind];
	}
};
/** Any thrown value as an error of the catalogue; what is not ours becomes `unexpected` with its cause kept. */
function toZenPulseError(thrown) {
	if (thrown instanceof ZenPulseError) return thrown;
	const cause = thrown instanceof Error ? thrown.message : String(thrown);
	return new ZenPulseError("unexpected", { cause }, { cause: thrown });
}

export { actionInputs as a, actionInputFields as i, toZenPulseError as n, secretInputs as o, problemsOf as r, ZenPulseError as t };