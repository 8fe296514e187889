import { n as readPullsByNumber } from "./named-pulls.js";
import { n as pullChange } from "./pull-change.js";

// action/sources/github/triggered-pulls.ts
/** Reads the pull requests the trigger knows of and the window lacks; no request when there are none. */
async function readTriggered(context, triggers, held) {
	const missing = [...new Set(triggers)].filter((number) => !held.has(number));
	if (missing.length === 0) return {
		changes: [],
		gaps: [],
		notices: []
	};
	const { pulls, gaps } = await readPullsByNumber(context, missing);
	const changes = pulls.flatMap((pull) => pullChange(pull, context.messages) ?? []);
	const found = new Set(changes.map(({ number }) => number));
	return {
		changes,
		gaps,
		notices: missing.filter((number) => !found.has(number)).map((number) => ({
			code: "trigger_pull_not_found",
			text: `${context.key}#${number}, which the trigger names, is not a merged pull request.`
		}))
	};
}

export { readTriggered as t };