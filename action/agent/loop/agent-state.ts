import { Annotation } from '@langchain/langgraph';
import type { ReportDraft } from '../../../contract/report.ts';
import type { Message } from '../model/model-port.ts';
import { nothingSpent, type Spent } from './budget.ts';

/** Where a node sends the run next; `end` with a draft, or with a reason why there is none. */
export type Next = 'model' | 'tools' | 'finish' | 'end';

const add = (left: Spent, right: Spent): Spent => ({
  iterations: left.iterations + right.iterations,
  tokens: left.tokens + right.tokens,
  toolCalls: left.toolCalls + right.toolCalls,
});

const last = <Value>(initial: Value) =>
  Annotation<Value>({ reducer: (_, value) => value, default: () => initial });

/** The state of one run. Nodes return what they add; budgets live here, so a route can be decided by them. */
export const AgentState = Annotation.Root({
  messages: Annotation<Message[]>({ reducer: (left, right) => [...left, ...right], default: () => [] }),
  spent: Annotation<Spent>({ reducer: add, default: () => nothingSpent }),
  modelCalls: Annotation<number>({ reducer: (left, right) => left + right, default: () => 0 }),
  repairs: Annotation<number>({ reducer: (left, right) => left + right, default: () => 0 }),
  next: last<Next>('model'),
  draft: last<ReportDraft | null>(null),
  /** Why the run could not go on as it was; null while it can. */
  reason: last<string | null>(null),
});

export type AgentValues = typeof AgentState.State;
export type AgentUpdate = typeof AgentState.Update;
