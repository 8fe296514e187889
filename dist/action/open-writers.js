// action/agent/open-writers.ts
/** A run of the agent beyond what a request says of it. Five minutes leave a job of ten room for the rest. */
const outputTokens = 8e3;
const wallMs = 3e5;
const toolCallsPerRound = 8;
const limitsOf = ({ max_iterations: iterations, max_tokens: tokens }) => ({
	iterations,
	tokens,
	toolCalls: iterations * toolCallsPerRound,
	wallMs,
	outputTokens: Math.min(outputTokens, Math.floor(tokens / 4))
});
/**
* The writers of a run, tried in order: the agent where a model was asked for, and the embedded one, which needs
* nobody. What only the agent needs is loaded only for it.
*/
async function openWriters(request, setup) {
	const { embeddedWriter } = await import("./embedded-writer.js");
	if (request.llm_model === "embedded") return [embeddedWriter];
	const [{ createAgentWriter }, { openModel }, { agentPrompts }] = await Promise.all([
		import("./agent-writer.js"),
		import("./open-model.js"),
		import("./agent-prompts.js")
	]);
	return [createAgentWriter({
		port: openModel({
			llm_model: request.llm_model,
			llm_api: request.llm_api,
			llm_base_url: setup.baseUrl,
			llm_api_key: setup.apiKey
		}, setup.edges),
		prompts: agentPrompts(),
		limits: limitsOf(request),
		openTools: setup.openTools,
		toolNames: ["read_pull_request", "read_commit"],
		newNonce: setup.newNonce,
		signal: setup.signal
	}), embeddedWriter];
}

export { openWriters };