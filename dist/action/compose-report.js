import { i as displayTitle, n as countOf, r as joinWords, t as capitalise } from "./words.js";
import { I as visibleText, c as warningsOf, it as problemsOf, nt as ZenPulseError, o as isForReaders, s as isWarning } from "./start.js";
import { t as markdownText } from "./markdown-text2.js";
import { m as toJson } from "./after-reading.js";
import { t as noUsage } from "./writer.js";
import { a as reportDraft, r as proseFindings, t as claimedPullCounts } from "./prose-rules.js";
import { i as leftOutTitles } from "./left-out-titles2.js";

// contract/reading/format-timeframe.ts
const dates = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "short",
	year: "numeric",
	timeZone: "UTC"
});
/**
* `1–15 Nov 2026`, in UTC; an end at midnight belongs to the day before it.
* @returns null when neither end is known
*/
function formatTimeframe({ start, end }) {
	const last = end === null ? null : /* @__PURE__ */ new Date(Date.parse(end) - 1);
	if (start === null) return last && `until ${dates.format(last)}`;
	const first = new Date(start);
	return last === null || last < first ? dates.format(first) : dates.formatRange(first, last).replace(/\u2009/gu, "");
}

// contract/reading/report-outline.ts
/** Direct pushes shown by name; the manifest holds them all. */
const shownPushes = 20;
const counted = (count, singular, plural = `${singular}s`) => `${count.toLocaleString("en")} ${count === 1 ? singular : plural}`;
const unique = (values) => [...new Set(values)];
/** Names as they show; one that shows nothing is none. */
const authorsOf = (authors) => unique(authors.flatMap((author) => visibleText(author ?? "") || []));
function itemOf(view, { text, pull_requests: keys }) {
	const pulls = keys.flatMap((key) => view.pulls.get(key) ?? []);
	const title = pulls[0]?.title ?? null;
	return {
		text: text ?? (displayTitle(title ?? "") || "(no title)"),
		references: pulls.map(({ key, number, url }) => ({
			label: view.isSingle ? `#${number}` : key,
			url
		})),
		authors: authorsOf(pulls.map(({ author }) => author))
	};
}
function pushItem({ commit, title, author, url, repository }, isSingle) {
	const label = commit.slice(0, 7);
	return {
		text: displayTitle(title ?? "") || "(no title)",
		references: [{
			label: isSingle ? label : `${repository}@${label}`,
			url
		}],
		authors: authorsOf([author])
	};
}
function pushSection(manifest, isSingle) {
	const pushes = manifest.direct_pushes.filter(({ decision }) => decision === "included");
	if (pushes.length === 0) return [];
	const hidden = pushes.length - 20;
	return [{
		title: "Commits without a pull request",
		items: pushes.slice(-20).map((push) => pushItem(push, isSingle)),
		note: hidden > 0 ? `Truncated: the newest ${20} of ${counted(pushes.length, "commit")}; the manifest lists all.` : null
	}];
}
function openSection({ open_pull_requests: open }, isSingle) {
	if (open.length === 0) return [];
	return [{
		title: "Still open, planned for the next release",
		items: open.map(({ key, number, title, author, url }) => ({
			text: displayTitle(title) || "(no title)",
			references: [{
				label: isSingle ? `#${number}` : key,
				url
			}],
			authors: authorsOf([author])
		})),
		note: null
	}];
}
function contextOf(manifest, timeframe) {
	const [repository] = manifest.repositories;
	const names = manifest.repositories.map(({ key }) => key).join(", ");
	const isSingle = manifest.repositories.length === 1;
	const base = repository?.window.base?.ref ?? "the beginning";
	const head = repository?.window.head?.ref;
	const place = isSingle && repository ? head === void 0 ? repository.base_branch : `${base} to ${head}` : null;
	const included = manifest.pull_requests.filter(({ decision }) => decision === "included").length;
	return [
		names,
		place,
		formatTimeframe(timeframe),
		counted(included, "pull request")
	].filter((part) => part !== null).map(visibleText);
}
function notesOf(report, manifest) {
	const leftOut = manifest.pull_requests.filter(({ decision }) => decision === "excluded").length;
	const pushesLeftOut = manifest.direct_pushes.filter(({ decision }) => decision === "excluded").length;
	const left = [leftOut > 0 ? `${leftOut.toLocaleString("en")} of ${counted(manifest.pull_requests.length, "merged pull request")}` : null, pushesLeftOut > 0 ? `${pushesLeftOut.toLocaleString("en")} of ${counted(manifest.direct_pushes.length, "other commit")}` : null].filter((part) => part !== null);
	return [
		left.length > 0 ? `Left out by rule or because they cancel out: ${left.join(", ")}; manifest.json gives each reason.` : null,
		report.complete ? null : "Incomplete: not everything in this window could be read.",
		report.degraded === null ? null : `Written in a plainer way than asked for: ${report.degraded}.`,
		...report.notices.flatMap((notice) => isWarning(notice) ? [] : notice.text)
	].flatMap((note) => note === null ? [] : visibleText(note));
}
/** A verified report joined with the manifest's titles, authors and links. */
function reportOutline(report, manifest, timeframe) {
	const isSingle = manifest.repositories.length === 1;
	const view = {
		pulls: new Map(manifest.pull_requests.map((pull) => [pull.key, pull])),
		isSingle
	};
	const alsoMerged = report.also_merged.map((key) => itemOf(view, {
		text: null,
		pull_requests: [key]
	}));
	const warnings = warningsOf(report.notices);
	return {
		...warnings.length > 0 && { warnings },
		headline: report.headline,
		context: contextOf(manifest, timeframe),
		summary: report.summary,
		sections: [
			...report.sections.map(({ title, items }) => ({
				title,
				items: items.map((item) => itemOf(view, item)),
				note: null
			})),
			...alsoMerged.length > 0 ? [{
				title: "Also merged",
				items: alsoMerged,
				note: null
			}] : [],
			...openSection(manifest, isSingle),
			...pushSection(manifest, isSingle)
		],
		notes: notesOf(report, manifest)
	};
}

// action/report/render-markdown.ts
/** Authors named on one line; the rest are counted. */
const shownAuthors = 3;
function reference({ label, url }) {
	const text = /^#\d+$/.test(label) ? label : markdownReference(label);
	return url === null ? text : `[${text}](${url})`;
}
/** A key of several repositories, or a commit: escaped where a name holds markup such as `_`. */
const markdownReference = (label) => label.replace(/[_*~]/g, "\\$&");
/** `Ada, Bob and 3 others`. */
function authorsInWords(authors, show) {
	const hidden = authors.length - shownAuthors;
	if (hidden <= 0) return joinWords(authors.map(show));
	return joinWords([...authors.slice(0, shownAuthors).map(show), `${hidden} other${hidden === 1 ? "" : "s"}`]);
}
function item({ text, references, authors }) {
	const cited = references.map(reference).join(", ");
	const by = authors.length > 0 ? ` by ${authorsInWords(authors, markdownText)}` : "";
	return `- ${markdownText(text)} (${cited})${by}`;
}
/** `report.md`: GitHub-flavoured markdown in which nothing but code's own references is live. */
function renderMarkdown(outline) {
	const { warnings = [], headline, context, summary, sections, notes } = outline;
	return `${[
		...warnings.map((warning) => `> **Note:** ${markdownText(warning)}`),
		`# ${markdownText(headline)}`,
		context.map((part, at) => at === 0 ? `**${markdownText(part)}**` : markdownText(part)).join(" · "),
		markdownText(summary),
		...sections.flatMap(({ title, items, note }) => [
			`## ${markdownText(title)}`,
			items.map(item).join("\n"),
			...note === null ? [] : [`_${markdownText(note)}_`]
		]),
		...notes.length > 0 ? ["---", notes.map(markdownText).join(" ")] : []
	].join("\n\n")}\n`;
}

// action/report/wishes-of.ts
/** The request's own wishes, else the first repository's that has some. */
function wishesOf(request, files) {
	return {
		tone: request.tone ?? files.flatMap(({ report }) => report.tone ?? [])[0] ?? "neutral",
		customPrompt: request.custom_prompt ?? files.flatMap(({ report }) => report.prompt ?? [])[0] ?? null,
		sections: files.flatMap(({ report }) => report.sections)
	};
}

// action/report/plain-writer.ts
/** The last resort: states the facts and cites nothing, so every pull request comes under "Also merged". */
const plainWriter = {
	adapter: "plain",
	model: null,
	version: "1",
	prompts: [],
	tools: [],
	write: async (manifest) => {
		const included = manifest.pull_requests.filter(({ decision }) => decision === "included").length;
		return {
			draft: {
				headline: `${capitalise(countOf(included, "pull request"))} merged`,
				summary: "This report lists what merged, without further words.",
				sections: []
			},
			reason: null,
			notices: [],
			usage: noUsage
		};
	}
};

// action/report/verify.ts
/** A writer's text as it may be quoted back: short, and without what it must not carry. */
const quote = (text) => JSON.stringify(text.replace(/[^\p{L}\p{N}/#_. -]/gu, "?").slice(0, 80));
function proseOf(draft) {
	return [
		{
			where: "headline",
			text: draft.headline
		},
		{
			where: "summary",
			text: draft.summary
		},
		...draft.sections.flatMap((section, at) => [{
			where: `sections[${at}].title`,
			text: section.title
		}, ...section.items.flatMap(({ text }, index) => text === null ? [] : [{
			where: `sections[${at}].items[${index}].text`,
			text
		}])])
	];
}
function checkProse(draft, includedCount) {
	return proseOf(draft).flatMap(({ where, text }) => [...proseFindings(text).map(({ code, what }) => ({
		code,
		where,
		what: `holds ${what}`
	})), ...claimedPullCounts(text).filter((claimed) => claimed !== includedCount).map((claimed) => ({
		code: "wrong_count",
		where,
		what: `claims ${claimed} pull requests, ${includedCount} are included`
	}))]);
}
function checkCitations(draft, manifest) {
	const decisions = new Map(manifest.pull_requests.map(({ key, decision }) => [key, decision]));
	const cited = /* @__PURE__ */ new Set();
	return draft.sections.flatMap((section, at) => section.items.flatMap((item, index) => item.pull_requests.flatMap((key) => {
		const where = `sections[${at}].items[${index}].pull_requests`;
		const decision = decisions.get(key);
		if (decision === void 0) return [{
			code: "unknown_pull_request",
			where,
			what: `cites ${quote(key)}, which is not in the manifest`
		}];
		if (decision === "excluded") return [{
			code: "excluded_pull_request",
			where,
			what: `cites ${quote(key)}, which is excluded`
		}];
		if (cited.has(key)) return [{
			code: "cited_twice",
			where,
			what: `cites ${quote(key)} a second time`
		}];
		cited.add(key);
		return [];
	})));
}
/** Titles of what a rule leaves out are not told, whatever a writer was shown. The finding does not repeat them. */
function checkLeftOut(draft, manifest) {
	const linesIn = leftOutTitles(manifest);
	return proseOf(draft).flatMap(({ where, text }) => linesIn(text).size > 0 ? [{
		code: "left_out_title",
		where,
		what: "holds the title of a change that is left out"
	}] : []);
}
/** A title stands for one pull request; several need the writer's words. */
function checkTitles(draft) {
	return draft.sections.flatMap((section, at) => section.items.flatMap((item, index) => item.text === null && item.pull_requests.length > 1 ? [{
		code: "text_missing",
		where: `sections[${at}].items[${index}].text`,
		what: "is null for several pull requests"
	}] : []));
}
/**
* The gate between a report and anyone who reads it, whoever wrote it. Included pull requests that no item cites
* are not a fault: they are added under "Also merged".
* @param draft what a writer handed in, of any shape
* @param manifest with the titles of what is left out
* @param context why earlier writers were not used, and notices to carry
*/
function verify(draft, manifest, context) {
	const parsed = reportDraft.safeParse(draft);
	if (!parsed.success) return {
		ok: false,
		findings: problemsOf(parsed.error, draft).map((problem) => ({
			code: "schema",
			where: quote(problem.field),
			what: problem.accepts
		}))
	};
	const included = manifest.pull_requests.filter(({ decision }) => decision === "included");
	const findings = [
		...checkCitations(parsed.data, manifest),
		...checkTitles(parsed.data),
		...checkProse(parsed.data, included.length),
		...checkLeftOut(parsed.data, manifest)
	];
	if (findings.length > 0) return {
		ok: false,
		findings
	};
	const cited = new Set(parsed.data.sections.flatMap(({ items }) => items.flatMap((item) => item.pull_requests)));
	return {
		ok: true,
		report: {
			contract_version: "1",
			analysis_type: manifest.analysis_type,
			...parsed.data,
			also_merged: included.map(({ key }) => key).filter((key) => !cited.has(key)),
			degraded: context.degraded,
			complete: manifest.complete,
			notices: [...manifest.notices, ...context.notices].filter(isForReaders)
		}
	};
}

// action/report/write-verified.ts
const sum = (left, right) => ({
	modelCalls: left.modelCalls + right.modelCalls,
	toolCalls: left.toolCalls + right.toolCalls,
	inputTokens: left.inputTokens + right.inputTokens,
	outputTokens: left.outputTokens + right.outputTokens
});
/** Keys as findings quote them: no words of anybody's. */
const quotedKey = /"[\w.-]+\/[\w.-]+#\d+"/g;
/** A writer's reason as it may be shown: in its brackets it can quote what a model wrote, and is then cut before them. */
function shownReason(reason) {
	const quotesWords = reason.replace(quotedKey, "").includes("\"");
	return visibleText(quotesWords ? /^[^("]*/.exec(reason)?.[0] ?? "" : reason);
}
/**
* Lets writers write, one after the other and the plain one last, until a draft passes `verify`; a report that is
* not the first writer's says so.
* @param manifest with the titles of what is left out, which no draft may hold
* @throws ZenPulseError `report_refused` when no draft passed
*/
async function writeVerified(manifest, wishes, writers, trace, repositories = []) {
	const check = (draft) => {
		const verdict = verify(draft, manifest, {
			degraded: null,
			notices: []
		});
		return verdict.ok ? [] : verdict.findings.map(({ where, what }) => `${where} ${what}`);
	};
	let usage = noUsage;
	let degraded = null;
	let findings = [];
	for (const writer of [...writers, plainWriter]) {
		const { adapter } = writer;
		const written = await trace.step("write", () => writer.write(manifest, wishes, {
			check,
			trace,
			repositories
		}));
		usage = sum(usage, written.usage);
		trace.add({
			type: "draft",
			writer: adapter,
			draft: toJson(written.draft)
		});
		if (written.draft === null) {
			degraded = `the ${adapter} writer handed in no report: ${shownReason(written.reason ?? "it gave no reason")}`;
			continue;
		}
		const verdict = await trace.step("verify", () => verify(written.draft, manifest, {
			degraded,
			notices: written.notices
		}));
		trace.add({
			type: "verify",
			writer: adapter,
			findings: verdict.ok ? [] : verdict.findings
		});
		if (verdict.ok) return {
			report: verdict.report,
			writer,
			usage
		};
		findings = verdict.findings.map(({ where, what }) => `${where} ${what}`);
		degraded = `the ${adapter} writer's draft was refused (${[...new Set(verdict.findings.map(({ code }) => code))].join(", ")})`;
	}
	throw new ZenPulseError("report_refused", { findings });
}

// action/report/compose-report.ts
/**
* Write, verify, render: no draft passes unchecked, whoever wrote it; titles, authors, links and numbers come in
* from the manifest. Loaded only when there is something to report.
* @throws ZenPulseError `report_refused`
*/
async function composeReport(parts, trace) {
	const { manifest, timeframe, request, files, repositories } = parts;
	const { report, writer, usage } = await writeVerified(manifest, wishesOf(request, files), parts.writers, trace, repositories);
	const outline = reportOutline(report, manifest, timeframe);
	return {
		report,
		outline,
		markdown: await trace.step("render", () => renderMarkdown(outline)),
		writer,
		usage
	};
}

export { composeReport };