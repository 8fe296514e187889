import { Annotation, END, Send, START, StateGraph } from '@langchain/langgraph';
import type { PullRequestEntry } from '../../../contract/manifest.ts';
import type { ReportDraft } from '../../../contract/report.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { AgentDeps } from '../loop/agent-deps.ts';
import { estimateTokens, nothingSpent, type Spent } from '../loop/budget.ts';
import { findingsText } from '../loop/model-node.ts';
import type { AgentOutcome } from '../loop/run-agent.ts';
import type { Message, ModelReply, ModelRequest } from '../model/model-port.ts';
import { type Note, notesAnswer, readNotes } from './area-notes.ts';
import { readReport, reportAnswer } from './report-from-notes.ts';
import { splitAreas } from './split-areas.ts';

/** Areas read at the same time. */
const atOnce = 4;
const repairsAllowed = 1;

/** How the messages of both kinds of calls are made. */
export interface WidePrompts {
  area: (pulls: readonly PullRequestEntry[]) => Message[];
  report: (notes: readonly Note[]) => Message[];
}

interface Area {
  at: number;
  messages: Message[];
  keys: ReadonlySet<string>;
}

interface Noted {
  at: number;
  notes: Note[];
  tokens: number;
  calls: number;
}

const WideState = Annotation.Root({
  noted: Annotation<Noted[]>({ reducer: (left, right) => [...left, ...right], default: () => [] }),
  outcome: Annotation<AgentOutcome | null>({ reducer: (_, value) => value, default: () => null }),
});

type Wide = typeof WideState.State;

const costOf = (reply: ModelReply, reserved: number) =>
  reply.usage ? reply.usage.inputTokens + reply.usage.outputTokens : reserved;

async function call(
  deps: AgentDeps,
  request: Pick<ModelRequest, 'messages' | 'answer'>,
): Promise<ModelReply | null> {
  const whole: ModelRequest = {
    ...request,
    tools: [],
    maxOutputTokens: deps.limits.outputTokens,
    signal: deps.signal,
  };
  try {
    const reply = await deps.port.complete(whole);
    deps.onModelCall(whole, reply);
    return reply;
  } catch (error) {
    // An area that failed is left to "Also merged"; the run goes on with the others.
    if (error instanceof ZenPulseError || deps.signal.aborted) return null;
    throw error;
  }
}

/**
 * Writes a report of many pull requests: areas are read side by side into notes, and one more call orders the notes.
 * Every call is reserved against the token budget before any is made; areas beyond it are not read, and their pull
 * requests come under "Also merged".
 */
export async function runWide(
  pulls: readonly PullRequestEntry[],
  prompts: WidePrompts,
  deps: AgentDeps,
): Promise<AgentOutcome> {
  const { limits, ids } = deps;
  const reserve = (messages: readonly Message[]) =>
    estimateTokens(JSON.stringify(messages)) + limits.outputTokens;
  const areas = splitAreas(pulls).map(
    (area, at): Area => ({ at, messages: prompts.area(area), keys: new Set(area.map(({ key }) => key)) }),
  );
  // The reducer reads no more than every area may write, and may be asked twice.
  const reduceReserve = (count: number) => 2 * (count + 2) * limits.outputTokens;
  let reserved = 0;
  const affordable = areas.filter(({ messages }, at) => {
    const next = reserved + reserve(messages);
    if (next + reduceReserve(at + 1) > limits.tokens) return false;
    reserved = next;
    return true;
  });

  const note = async ({ at, messages, keys }: Area): Promise<Partial<Wide>> => {
    const reply = await call(deps, { messages, answer: notesAnswer });
    if (!reply) return { noted: [{ at, notes: [], tokens: 0, calls: 0 }] };
    const notes = reply.finish === 'stop' ? readNotes(reply.content, keys, ids) : [];
    return { noted: [{ at, notes, tokens: costOf(reply, reserve(messages)), calls: 1 }] };
  };

  const reduce = async ({ noted }: Wide): Promise<Partial<Wide>> => {
    const inOrder = [...noted].sort((left, right) => left.at - right.at);
    const notes = inOrder.flatMap((each) => each.notes);
    let tokens = inOrder.reduce((sum, each) => sum + each.tokens, 0);
    let modelCalls = inOrder.reduce((sum, each) => sum + each.calls, 0);
    const ended = (draft: ReportDraft | null, reason: string | null): Partial<Wide> => {
      const spent: Spent = { ...nothingSpent, tokens };
      const read = inOrder
        .filter(({ calls }) => calls > 0)
        .reduce((sum, { at }) => sum + (areas[at]?.keys.size ?? 0), 0);
      return { outcome: { draft, reason, spent, modelCalls, unread: pulls.length - read } };
    };
    if (deps.signal.aborted) return ended(null, 'the time is up');
    if (notes.length === 0) return ended(null, 'no area gave a note that could be used');
    let messages = prompts.report(notes);
    let finding = '';
    for (let repairs = 0; repairs <= repairsAllowed; repairs += 1) {
      if (tokens + reserve(messages) > limits.tokens) return ended(null, 'the token budget is spent');
      const reply = await call(deps, { messages, answer: reportAnswer });
      if (!reply) return ended(null, deps.signal.aborted ? 'the time is up' : 'the model failed');
      tokens += costOf(reply, reserve(messages));
      modelCalls += 1;
      if (reply.finish !== 'stop') return ended(null, `the last answer ended with ${reply.finish}`);
      const read = readReport(reply.content, notes);
      const findings = 'draft' in read ? deps.check(read.draft) : read.findings;
      if ('draft' in read && findings.length === 0) return ended(read.draft, null);
      finding = findings[0] ?? '';
      const said: Message = { role: 'assistant', content: reply.content, toolCalls: [], carry: reply.carry };
      messages = [...messages, said, { role: 'user', content: findingsText(findings) }];
    }
    return ended(null, `its report was refused twice (${finding})`);
  };

  const graph = new StateGraph(WideState)
    .addNode('note', note as unknown as (state: Wide) => Promise<Partial<Wide>>)
    .addNode('reduce', reduce)
    .addConditionalEdges(
      START,
      () => (affordable.length > 0 ? affordable.map((area) => new Send('note', area)) : 'reduce'),
      ['note', 'reduce'],
    )
    .addEdge('note', 'reduce')
    .addEdge('reduce', END)
    .compile();
  const { outcome } = await graph.invoke({}, { maxConcurrency: atOnce });
  return (
    outcome ?? {
      draft: null,
      reason: 'it ended without a word',
      spent: nothingSpent,
      modelCalls: 0,
      unread: pulls.length,
    }
  );
}
