import type { Message, ModelReply } from '../model/model-port.ts';
import type { AgentDeps } from './agent-deps.ts';
import type { AgentUpdate, AgentValues } from './agent-state.ts';
import { assistantMessage, callModel } from './call-model.ts';
import { readSubmission, submitTool } from './submit-tool.ts';

const repairsAllowed = 1;

const toolMessage = (callId: string, content: string): Message => ({ role: 'tool', callId, content });

/** Findings as the model reads them; they quote nothing that could steer it. */
export const findingsText = (findings: readonly string[]) =>
  `The report was refused: ${findings.slice(0, 20).join('; ')}. Correct this and hand it in again.`;

/** Judges a submission: a draft that passes ends the run; one repair; then it is over. */
function submitted(deps: AgentDeps, state: AgentValues, reply: ModelReply, given: string): AgentUpdate {
  const submission = readSubmission(given, deps.ids);
  const findings = 'draft' in submission ? deps.check(submission.draft) : submission.findings;
  const messages = [
    assistantMessage(reply),
    ...reply.toolCalls.map(({ id, name }) =>
      toolMessage(
        id,
        name === submitTool.name ? findingsText(findings) : 'Not executed: the report was handed in.',
      ),
    ),
  ];
  if ('draft' in submission && findings.length === 0) return { next: 'end', draft: submission.draft };
  if (state.repairs >= repairsAllowed) {
    return { next: 'end', reason: `its report was refused twice (${findings[0] ?? 'no finding'})` };
  }
  return { messages, repairs: 1, next: 'model' };
}

/** One turn of the model: it reads further, hands in, or has to be asked to finish. */
export const modelNode =
  (deps: AgentDeps) =>
  async (state: AgentValues): Promise<AgentUpdate> => {
    const tools = [...deps.tools.specs, submitTool];
    const called = await callModel(deps, state, { messages: state.messages, tools, answer: null });
    if ('reason' in called) return { next: 'end', reason: called.reason };
    const { reply, tokens } = called;
    const update = { spent: { iterations: 1, tokens, toolCalls: 0 }, modelCalls: 1 };
    if (reply.finish === 'refusal' || reply.finish === 'content_filter') {
      return { ...update, next: 'end', reason: `the model declined (${reply.finish})` };
    }
    // What was cut in the middle is not used, neither as words nor as a call.
    if (reply.finish === 'length') return { ...update, next: 'finish' };
    const submission = reply.toolCalls.find(({ name }) => name === submitTool.name);
    if (submission) return { ...update, ...submitted(deps, state, reply, submission.arguments) };
    const messages = [assistantMessage(reply)];
    return { ...update, messages, next: reply.toolCalls.length > 0 ? 'tools' : 'finish' };
  };
