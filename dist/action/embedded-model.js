import { i as displayTitle } from "./words.js";
import { I as visibleText } from "./start.js";
import { i as draftLimits, n as isFitProse } from "./prose-rules.js";
import { t as embeddedDraft } from "./embedded-draft.js";
import { r as submitTool } from "./submit-tool.js";

// action/agent/model/embedded-model.ts
/** Breaking changes whose notes are read; a report with more of them is about little else. */
const mostRead = 5;
const readTool = "read_pull_request";
const breakingNote = /BREAKING[ -]CHANGE:\s*(?<note>[^\n]+)/;
const breakingIn = ({ pull_requests: pulls }) => pulls.filter(({ kind, decision }) => kind === "breaking" && decision === "included").slice(0, mostRead);
const callOf = ({ key }) => ({
	id: `read ${key}`,
	name: readTool,
	arguments: JSON.stringify({
		key,
		what: "summary"
	})
});
/** What a breaking change asks of people, in its author's words, where they are fit to be shown. */
function noteFor(pull, messages) {
	const answer = messages.find((message) => message.role === "tool" && message.callId === callOf(pull).id);
	const note = visibleText(breakingNote.exec(answer?.content ?? "")?.groups?.["note"] ?? "");
	const text = `${displayTitle(pull.title ?? "")}: ${note}`;
	return note !== "" && text.length <= draftLimits.itemText && isFitProse(text) ? text : null;
}
function withNotes(draft, manifest, messages) {
	const notes = new Map(breakingIn(manifest).map((pull) => [pull.key, noteFor(pull, messages)]));
	return {
		...draft,
		sections: draft.sections.map((section) => ({
			...section,
			items: section.items.map((item) => {
				const [key = ""] = item.pull_requests;
				return item.text === null ? {
					...item,
					text: notes.get(key) ?? null
				} : item;
			})
		}))
	};
}
const nothingCharged = {
	inputTokens: 0,
	outputTokens: 0
};
/**
* The model that is no model: no network, no key, the same words for the same manifest. It walks the loop as others
* do: reads what breaking changes ask of people, then hands in.
*/
function embeddedModel(manifest, wishes) {
	const reply = (said) => ({
		content: "",
		toolCalls: [],
		finish: "stop",
		usage: nothingCharged,
		model: "embedded",
		carry: null,
		...said
	});
	return {
		adapter: "embedded",
		model: "embedded",
		complete: async ({ messages, tools }) => {
			const isFirst = messages.every(({ role }) => role !== "assistant");
			const canRead = tools.some(({ name }) => name === readTool);
			const toRead = isFirst && canRead ? breakingIn(manifest) : [];
			if (toRead.length > 0) return reply({
				finish: "tool_calls",
				toolCalls: toRead.map(callOf)
			});
			const draft = JSON.stringify(withNotes(embeddedDraft(manifest, wishes), manifest, messages));
			if (tools.length === 0) return reply({ content: draft });
			const submit = {
				id: "submit",
				name: submitTool.name,
				arguments: draft
			};
			return reply({
				finish: "tool_calls",
				toolCalls: [submit]
			});
		}
	};
}

export { embeddedModel };