import { At as literal, Et as int, I as visibleText, Lt as strictObject, Nt as object, Rt as string, Ut as toJSONSchema, vt as _enum, xt as array, zt as union } from "./start.js";
import { t as withoutComments } from "./without-comments.js";

// action/agent/tools/model-tools.ts
const methods = {
	summary: "get",
	files: "get_files",
	commits: "get_commits",
	diff: "get_diff"
};
const pullInput = strictObject({
	key: string().describe("Id of a pull request of the list, exactly as given"),
	what: _enum([
		"summary",
		"files",
		"commits",
		"diff"
	]).describe("summary: description, size, labels")
});
const commitInput = strictObject({ commit: string().describe("SHA of a direct push of the list") });
const perPage = 100;
/** Arguments are a key or a SHA; whatever is longer is none. */
const mostArguments = 2e3;
function specOf(name, description, input) {
	const { $schema: _, ...parameters } = toJSONSchema(input);
	return {
		name,
		description,
		parameters
	};
}
const pullSpec = specOf("read_pull_request", "Reads more about one pull request of the list.", pullInput);
const commitSpec = specOf("read_commit", "Reads message and diff of one direct push of the list.", commitInput);
/** The tools there is something to read with. */
const specsFor = ({ pulls, commits }) => [...pulls.length > 0 ? [pullSpec] : [], ...commits.length > 0 ? [commitSpec] : []];
const refuse = (code, why) => ({ refusal: {
	code,
	why
} });
/** What is not included and what does not exist are told in the same words: the model is not to learn of either. */
const outOfScope = (what) => refuse("out_of_scope", `That is not ${what} of the list.`);
function argumentsOf(written, schema) {
	if (written.length > mostArguments) return refuse("bad_arguments", "The arguments are too long.");
	let value;
	try {
		value = JSON.parse(written);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return refuse("bad_arguments", "The arguments are not JSON.");
	}
	const parsed = schema.safeParse(value);
	if (parsed.success) return { input: parsed.data };
	const why = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "arguments"}: ${message}`);
	return refuse("bad_arguments", visibleText(why.join("; ")).slice(0, 300));
}
function planPull(written, scope) {
	const read = argumentsOf(written, pullInput);
	if ("refusal" in read) return read;
	const { key, what } = read.input;
	const target = scope.findPull(key);
	if (!target) return outOfScope("a pull request");
	const { owner, repo, number: pullNumber } = target;
	const method = methods[what];
	const page = what === "files" || what === "commits" ? { perPage } : {};
	return {
		id: `${target.key} ${what}`,
		reading: what,
		repository: `${owner}/${repo}`,
		number: pullNumber,
		tool: "pull_request_read",
		input: {
			method,
			owner,
			repo,
			pullNumber,
			...page
		}
	};
}
function planCommit(written, scope) {
	const read = argumentsOf(written, commitInput);
	if ("refusal" in read) return read;
	const target = scope.findCommit(read.input.commit);
	if (!target) return outOfScope("a direct push");
	const { owner, repo, sha } = target;
	return {
		id: `${owner}/${repo}@${sha}`,
		reading: "commit",
		repository: `${owner}/${repo}`,
		number: null,
		tool: "get_commit",
		input: {
			owner,
			repo,
			sha,
			detail: "full_patch",
			perPage
		}
	};
}
/** What a model's call comes to: a call of a server's tool, or why there is none. */
function planCall({ name, arguments: written }, scope) {
	const known = specsFor(scope).map((spec) => spec.name);
	if (!known.includes(name)) return refuse("unknown_tool", `There is no such tool. Tools: ${known.join(", ") || "none"}.`);
	return name === pullSpec.name ? planPull(written, scope) : planCommit(written, scope);
}

// action/agent/tools/answer-text.ts
const text = object({
	type: literal("text"),
	text: string()
});
const resource = object({
	type: literal("resource"),
	resource: object({
		text: string().optional(),
		blob: string().optional()
	})
});
const kind = object({ type: _enum([
	"image",
	"audio",
	"resource_link"
]) });
/** One block as text. What is no text is named and left out: a model is given nothing it would have to look at. */
function textOf(block) {
	const asText = text.safeParse(block);
	if (asText.success) return asText.data.text;
	const asResource = resource.safeParse(block);
	if (asResource.success) {
		const { text: inside, blob } = asResource.data.resource;
		return inside ?? `[binary file of ${blob?.length ?? 0} characters left out]`;
	}
	const other = kind.safeParse(block);
	return `[${other.success ? other.data.type.replace("_", " ") : "content of an unknown kind"} left out]`;
}
/** The texts of an answer's blocks, in order. */
const answerTexts = ({ blocks }) => blocks.map(textOf);

// action/agent/tools/clean-text.ts
const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const mostIndent = 40;
function cleanLine(line) {
	const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
	const text = visibleText(line.slice(indent.length));
	return text === "" ? "" : indent.replaceAll("	", "  ").slice(0, mostIndent) + text;
}
/** The runner obeys lines that start with `::`, and `##[` anywhere in a line: neither is left. */
const withoutCommands = (line) => line.replace(/^( *)::/, "$1: :").replaceAll("##[", "# #[");
/**
* Untrusted text of several lines: hidden code points removed, white space folded but for the indent, no line that a
* runner would take for a command. Several empty lines become one.
*/
function cleanLines(text) {
	const lines = text.split(lineBreak).map((line) => withoutCommands(cleanLine(line)));
	return lines.filter((line, at) => line !== "" || lines[at - 1] !== "").join("\n").trimEnd();
}
/** The same as a single line. */
const cleanTitle = (text) => withoutCommands(visibleText(text));
/** Cut to a budget, with a mark that says so. @param total characters there were, when `text` is a part already */
function cutText(text, most, total = text.length) {
	if (text.length <= most && total <= text.length) return text;
	const kept = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
	return `${kept}\n[truncated: ${kept.length} of ${total} characters]`;
}

// action/agent/tools/render-answer.ts
const login = object({
	login: string().optional(),
	name: string().optional()
});
const count = int().optional();
const pull = object({
	title: string(),
	body: string().nullish(),
	user: login.nullish(),
	labels: array(union([string(), object({ name: string() })])).nullish(),
	base: object({ ref: string() }).nullish(),
	merged_at: string().nullish(),
	additions: count,
	deletions: count,
	changed_files: count
});
const file = object({
	filename: string(),
	status: string().optional(),
	additions: count,
	deletions: count,
	patch: string().optional()
});
const inner = object({
	message: string(),
	author: login.nullish()
});
const listedCommit = object({
	sha: string(),
	message: string().optional(),
	commit: inner.optional(),
	author: login.nullish()
});
const commit = listedCommit.extend({ files: array(file).nullish() });
const line = (name, value) => value ? [`${name}: ${cleanTitle(value)}`] : [];
const whoOf = (...found) => found.flatMap((each) => each?.login ?? each?.name ?? [])[0];
const indented = (text) => text.trim().replaceAll(/^/gm, "  ");
const sizeOf = ({ additions, deletions }) => `+${additions ?? 0} -${deletions ?? 0}`;
const pullText = pull.transform((found) => [
	...line("title", found.title),
	...line("author", whoOf(found.user)),
	...line("merged", found.merged_at),
	...line("base", found.base?.ref),
	...line("labels", found.labels?.map((label) => typeof label === "string" ? label : label.name).join(", ")),
	...found.changed_files === void 0 ? [] : [`size: ${sizeOf(found)} in ${found.changed_files} files`],
	...found.body ? ["body:", indented(withoutComments(found.body))] : []
].join("\n"));
const fileLine = (found) => `${sizeOf(found)} ${cleanTitle(found.filename)}${found.status && found.status !== "modified" ? ` (${cleanTitle(found.status)})` : ""}`;
const filesText = array(file).transform((files) => files.map(fileLine).join("\n"));
const messageOf = ({ message, commit: told }) => told?.message ?? message ?? "";
const renderers = {
	summary: pullText,
	files: filesText,
	commits: array(listedCommit).transform((commits) => commits.map((each) => `${cleanTitle(each.sha).slice(0, 12)}:\n${indented(messageOf(each))}`).join("\n")),
	commit: commit.transform((found) => {
		const files = found.files ?? [];
		const patches = files.flatMap(({ filename, patch }) => patch === void 0 ? [] : [`diff ${cleanTitle(filename)}`, patch]);
		return [
			...line("commit", found.sha),
			...line("author", whoOf(found.author, found.commit?.author)),
			"message:",
			indented(messageOf(found)),
			...files.length > 0 ? [`files: ${files.length}`, ...files.map(fileLine)] : [],
			...patches
		].join("\n");
	})
};
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return;
	}
}
/**
* What a report can use of an answer, the same from every server and without its addresses and ids; an answer of an
* unknown form stays as it is. Not yet safe: see `cleanLines`.
*/
function renderAnswer(reading, [first = "", ...others]) {
	const told = reading === "diff" ? void 0 : renderers[reading].safeParse(parseJson(first));
	return [told?.success ? told.data : first, ...others].join("\n");
}

// action/agent/prompt/compact-manifest.ts
function pullIds({ repositories }) {
	const [only] = repositories;
	if (!only || repositories.length > 1) return {
		idOf: ({ key }) => key,
		keyOf: (id) => id.trim()
	};
	return {
		idOf: ({ number }) => `#${number}`,
		keyOf: (id) => /^#?\d+$/.test(id.trim()) ? `${only.key}#${id.trim().replace("#", "")}` : id.trim()
	};
}
/** Longest title shown, in characters; GitHub's own limit is 256. */
const longestTitle = 256;
const field = (text) => visibleText(text).slice(0, longestTitle).replace(/[\uD800-\uDBFF]$/, "");
/** Pull requests, one line each: id, kind, author, title. Excluded ones are left out here too. */
const compactPulls = (pulls, { idOf }) => pulls.filter(({ decision }) => decision === "included").map((pull) => [
	idOf(pull),
	pull.kind,
	field(pull.author ?? ""),
	field(pull.title ?? "")
].join("	")).join("\n");
/** Direct pushes listed at most: they tell little, and must not crowd out what merged. */
const mostPushes = 40;
/** Characters of a SHA that a model is shown: enough to name a commit, a quarter of the tokens. */
const shownSha = 10;
/** Commits without a pull request, one line each like pull requests; a last line says how many were left out. */
function compactPushes(pushes) {
	const included = pushes.filter(({ decision }) => decision === "included");
	const lines = included.slice(0, 40).map(({ commit, author, title }) => [
		commit.slice(0, shownSha),
		"push",
		field(author ?? ""),
		field(title ?? "")
	].join("	"));
	const isCut = included.length > 40;
	return [...lines, ...isCut ? [`[truncated: ${40} of ${included.length} pushes]`] : []].join("\n");
}

// action/agent/tools/tool-scope.ts
const split = (key) => {
	const [owner = "", repo = ""] = key.split("/");
	return {
		owner,
		repo
	};
};
function scopeOf(manifest) {
	const { pull_requests, direct_pushes } = manifest;
	const { keyOf } = pullIds(manifest);
	const pulls = pull_requests.filter(({ decision }) => decision === "included").map(({ key, number }) => ({
		key,
		number,
		...split(key.slice(0, key.lastIndexOf("#")))
	}));
	const commits = direct_pushes.filter(({ decision }) => decision === "included").map(({ repository, commit: sha }) => ({
		sha,
		...split(repository)
	}));
	const byKey = new Map(pulls.map((pull) => [pull.key.toLowerCase(), pull]));
	return {
		pulls,
		commits,
		findPull: (key) => byKey.get(keyOf(key).toLowerCase()) ?? null,
		findCommit(commit) {
			const start = commit.trim().toLowerCase();
			if (!/^[0-9a-f]{7,64}$/.test(start)) return null;
			const found = commits.filter(({ sha }) => sha.startsWith(start));
			return new Set(found.map(({ sha }) => sha)).size === 1 ? found[0] ?? null : null;
		}
	};
}

// action/agent/tools/tool-policy.ts
const toolLimits = {
	calls: 40,
	resultChars: 12e3,
	callMs: 6e4
};
const mostErrorChars = 500;
const failed = (code, why) => ({
	content: `${code}: ${why}`,
	isError: true
});
function resultOf({ reading }, answer, { resultChars }) {
	const texts = answerTexts(answer);
	if (answer.isError) return failed("tool_failed", cutText(cleanTitle(texts.join(" ").slice(0, 1e4)), mostErrorChars));
	const raw = renderAnswer(reading, texts);
	const isLong = raw.length > resultChars * 4;
	const text = cleanLines(isLong ? raw.slice(0, resultChars * 4) : raw);
	return {
		content: cutText(text, resultChars, isLong ? raw.length : text.length),
		isError: false
	};
}
/**
* The one policy in front of every server. The model names an entry of the manifest, code fills in the rest; what is
* not allowed is answered in words and never reaches a server. Its calls never reject.
*/
function createToolBox(manifest, server, limits = toolLimits) {
	const scope = scopeOf(manifest);
	const specs = specsFor(scope);
	const asked = /* @__PURE__ */ new Map();
	let calls = 0;
	let isClosed = false;
	async function execute(planned, signal) {
		const bounded = AbortSignal.any([signal, AbortSignal.timeout(limits.callMs)]);
		const given = new Promise((_, reject) => {
			bounded.addEventListener("abort", () => reject(bounded.reason), { once: true });
		});
		try {
			bounded.throwIfAborted();
			return resultOf(planned, await Promise.race([server.call(planned.tool, planned.input, bounded), given]), limits);
		} catch (error) {
			if (signal.aborted) return failed("ended", "The run is ending.");
			const why = error instanceof Error ? error.message : String(error);
			return failed("no_answer", cleanTitle(why).slice(0, mostErrorChars));
		}
	}
	/** The second time the same is asked, memory answers; from the third on, nobody does. */
	async function once(planned, signal) {
		const earlier = asked.get(planned.id) ?? {
			times: 0,
			result: null
		};
		earlier.times += 1;
		asked.set(planned.id, earlier);
		if (earlier.times > 2) return failed("repeated_call", "This was answered twice already; use that answer.");
		if (earlier.result) {
			const { content, isError } = await earlier.result;
			return {
				content: `[the same call as before, answered from memory]\n${content}`,
				isError
			};
		}
		const result = execute(planned, signal);
		earlier.result = result;
		if ((await result).isError) earlier.result = null;
		return result;
	}
	return {
		get server() {
			return server.name;
		},
		specs,
		async call(call, signal) {
			if (isClosed || signal.aborted) return failed("ended", "The run is ending.");
			calls += 1;
			if (calls > limits.calls) return failed("call_cap", `All ${limits.calls} tool calls are spent; write with what you have.`);
			const planned = planCall(call, scope);
			if ("refusal" in planned) return failed(planned.refusal.code, planned.refusal.why);
			return once(planned, signal);
		},
		async close() {
			isClosed = true;
			await server.close();
		}
	};
}

export { compactPushes as a, planCall as c, compactPulls as i, toolLimits as n, pullIds as o, scopeOf as r, cleanTitle as s, createToolBox as t };