import type { Message } from '../model/model-port.ts';
import type { AgentDeps } from './agent-deps.ts';
import type { AgentUpdate, AgentValues } from './agent-state.ts';
import { assistantMessage, callModel } from './call-model.ts';
import { findingsText } from './model-node.ts';
import { readSubmission, submitAnswer } from './submit-tool.ts';

const ask: Message = {
  role: 'user',
  content:
    'There is no more reading. Write the report now, as JSON in the schema of submit_report and nothing else.',
};

/** The JSON of an answer, also where a model wraps it in a fence in spite of the schema. */
const jsonOf = (content: string) =>
  /^```(?:json)?\s*(?<json>.*?)\s*```$/su.exec(content.trim())?.groups?.['json'] ?? content;

/**
 * The last call, without tools: the same schema is asked for as the whole answer. One repair, unless the run has had
 * its own.
 */
export const finishNode =
  (deps: AgentDeps) =>
  async (state: AgentValues): Promise<AgentUpdate> => {
    let messages: Message[] = [...state.messages, ask];
    let tokens = 0;
    let modelCalls = 0;
    const ended = (outcome: Pick<AgentUpdate, 'draft' | 'reason'>): AgentUpdate => ({
      ...outcome,
      next: 'end',
      modelCalls,
      spent: { iterations: 0, tokens, toolCalls: 0 },
    });
    let finding = '';
    for (let { repairs } = state; repairs <= 1; repairs += 1) {
      const spent = { ...state.spent, tokens: state.spent.tokens + tokens };
      const called = await callModel(
        deps,
        { ...state, spent },
        { messages, tools: [], answer: submitAnswer },
      );
      if ('reason' in called) return ended({ reason: called.reason });
      const { reply } = called;
      modelCalls += 1;
      tokens += called.tokens;
      if (reply.finish !== 'stop') return ended({ reason: `the last answer ended with ${reply.finish}` });
      const submission = readSubmission(jsonOf(reply.content), deps.ids);
      const findings = 'draft' in submission ? deps.check(submission.draft) : submission.findings;
      if ('draft' in submission && findings.length === 0) return ended({ draft: submission.draft });
      finding = findings[0] ?? '';
      messages = [...messages, assistantMessage(reply), { role: 'user', content: findingsText(findings) }];
    }
    return ended({ reason: `its last report was refused (${finding})` });
  };
