// action/agent/writer.ts
const noUsage = {
	modelCalls: 0,
	toolCalls: 0,
	inputTokens: 0,
	outputTokens: 0
};

export { noUsage as t };