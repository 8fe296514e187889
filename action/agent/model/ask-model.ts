import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { errorOfAnswer, parseJson } from './answer-text.ts';
import { type Adaptation, adaptationFor, type Body } from './adaptation.ts';
import { type Asked, failureOfStatus, failureOfThrown, unreadableAnswer } from './call-failure.ts';
import { filteredReply } from './finish-reason.ts';
import type { ModelCallLimits, ModelEdges } from './model-edges.ts';
import type { ModelApi, ModelEndpoint } from './model-endpoint.ts';
import type { ModelPort, ModelReply, ModelRequest } from './model-port.ts';
import { postJson, type WholeAnswer } from './post-json.ts';
import { readServerError } from './read-server-error.ts';
import { type Tried, withRetries } from './with-retries.ts';

/** One API: how a request is written, how an answer is read, and what may be said otherwise. */
export interface WireFormat {
  api: ModelApi;
  path: string;
  write: (model: string, request: ModelRequest) => Body;
  read: (json: unknown, request: ModelRequest, asked: Asked) => Tried<ModelReply>;
  adaptations: readonly Adaptation[];
}

/** Statuses with which servers refuse a parameter. */
const refusesRequest = (status: number) => status === 400 || status === 422;

/** Codes of a prompt that was stopped before the model saw it, Azure's first: an outcome, not a fault. */
const filterCodes = new Set(['content_filter', 'content_policy_violation', 'ResponsibleAIPolicyViolation']);

/** A port over one API of one endpoint. What a server was found to refuse is remembered as long as the port lives. */
export function modelOver(
  wire: WireFormat,
  endpoint: ModelEndpoint,
  edges: ModelEdges,
  limits: ModelCallLimits,
): ModelPort {
  const asked: Asked = { endpoint, api: wire.api };
  const adopted = new Set<Adaptation>();

  const write = (request: ModelRequest): Body =>
    wire.adaptations
      .filter((each) => adopted.has(each))
      .reduce(
        (body, each) => (each.applies(body) ? each.change(body) : body),
        wire.write(endpoint.model, request),
      );

  const readAnswer = (answer: WholeAnswer, request: ModelRequest): Tried<ModelReply> => {
    const now = edges.clock().getTime();
    const { status, headers, text } = answer;
    if (status < 200 || status >= 300) {
      const said = errorOfAnswer(answer);
      if (said.code !== null && filterCodes.has(said.code)) return { result: filteredReply(endpoint.model) };
      return { failure: failureOfStatus(status, said, headers, asked, now) };
    }
    const json = parseJson(text);
    if (json === undefined) return { failure: unreadableAnswer(text, asked) };
    const said = isReply(json) ? null : readServerError(json);
    if (said) return { failure: failureOfStatus(said.status ?? 200, said, headers, asked, now) };
    return wire.read(json, request, asked);
  };

  /** Sends the request, and again at once for each change of the body that a refusal asks for. */
  const attempt = async (request: ModelRequest): Promise<Tried<ModelReply>> => {
    const { fetch } = edges;
    for (let changes = 0; ; changes += 1) {
      const body = write(request);
      let answer: WholeAnswer;
      try {
        answer = await postJson(endpoint, wire.path, body, {
          fetch,
          tryMs: limits.tryMs,
          signal: request.signal,
        });
      } catch (error) {
        return { failure: failureOfThrown(error, asked) };
      }
      const change = refusesRequest(answer.status)
        ? adaptationFor(wire.adaptations, errorOfAnswer(answer), body)
        : undefined;
      if (change === undefined || changes >= wire.adaptations.length) return readAnswer(answer, request);
      adopted.add(change);
    }
  };

  return {
    adapter: wire.api,
    model: endpoint.model,
    complete: async (request) => {
      if (request.tools.length > 0 && request.answer !== null) {
        throw new ZenPulseError('unexpected', { cause: 'tools and an answer schema in one model request' });
      }
      return withRetries(() => attempt(request), asked, request.signal, edges, limits);
    },
  };
}

/** True for what has the body of a reply, even where an `error` stands beside it. */
const isReply = (json: unknown) =>
  typeof json === 'object' &&
  json !== null &&
  ['choices', 'output'].some((name) => Array.isArray((json as Record<string, unknown>)[name]));
