import { Lt as strictObject, Rt as string, Ut as toJSONSchema, xt as array } from "./start.js";
import { a as reportDraft } from "./prose-rules.js";

// action/agent/loop/submit-tool.ts
const text = (description) => string().describe(description);
/** What a model hands in. Plain lengths: strict modes of model APIs know few keywords, and verify checks them all. */
const submission = strictObject({
	headline: text("At most 120 characters."),
	summary: text("One to three sentences."),
	sections: array(strictObject({
		title: text("Such as Features or Fixes."),
		items: array(strictObject({
			text: string().nullable().describe("Your words; null shows the one pull request's title."),
			pull_requests: array(string()).describe("Ids from the data block.")
		}))
	}))
});
function schemaOf() {
	const { $schema: _dialect, ...schema } = toJSONSchema(submission);
	return schema;
}
const submitTool = {
	name: "submit_report",
	description: "Hands in the finished report and ends the work.",
	parameters: schemaOf()
};
/** The same schema for the last call, which has no tools. */
const submitAnswer = {
	name: submitTool.name,
	schema: submitTool.parameters
};
/** Never the names of unknown fields: they are the model's words, and findings go back to it outside any fence. */
const findingsOf = (error) => ({ findings: error.issues.map(({ code, path, message }) => {
	const what = code === "unrecognized_keys" ? "it has a field that is not in the schema" : message;
	return `${path.join(".") || "the whole"}: ${what}`;
}) });
/** Reads what a model handed in: JSON, its shape, ids turned into keys, the contract's own bounds. */
function readSubmission(given, { keyOf }) {
	let value;
	try {
		value = JSON.parse(given);
	} catch {
		return { findings: ["it is not JSON"] };
	}
	const shaped = submission.safeParse(value);
	if (!shaped.success) return findingsOf(shaped.error);
	const sections = shaped.data.sections.map((section) => ({
		...section,
		items: section.items.map((item) => ({
			...item,
			pull_requests: item.pull_requests.map(keyOf)
		}))
	}));
	const draft = reportDraft.safeParse({
		...shaped.data,
		sections
	});
	return draft.success ? { draft: draft.data } : findingsOf(draft.error);
}

export { submitAnswer as n, submitTool as r, readSubmission as t };