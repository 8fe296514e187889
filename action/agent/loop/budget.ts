/** Bounds of one run of the agent. Any of them ends it with what there is. */
export interface AgentLimits {
  /** Rounds of model and tools. */
  iterations: number;
  /** Tokens in and out, all calls together. */
  tokens: number;
  toolCalls: number;
  /** Wall clock, milliseconds. */
  wallMs: number;
  /** Most a single answer may have. */
  outputTokens: number;
}

/** What a run has spent. */
export interface Spent {
  iterations: number;
  tokens: number;
  toolCalls: number;
}

export const nothingSpent: Spent = { iterations: 0, tokens: 0, toolCalls: 0 };

/** Two super-steps a round, model and tools, and the finish. */
const stepsPerRound = 2;
const mostIterations = 10;

/** Super-steps LangGraph may take for a friendly number of rounds, capped at ten rounds. */
export const computeMaxSteps = (iterations: number): number =>
  stepsPerRound * Math.min(Math.max(1, iterations), mostIterations) + 1;

/** LangGraph throws when its limit is reached, and the work is lost: it needs one more than the super-steps. */
export const recursionLimitOf = (iterations: number): number => computeMaxSteps(iterations) + 1;

/** Tokens of a text, on the safe side: English has about four characters a token, code and other scripts fewer. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / 3);

/** True when a call that may cost `tokens` still fits. */
export const affords = (spent: Spent, limits: AgentLimits, tokens: number): boolean =>
  spent.tokens + tokens <= limits.tokens;
