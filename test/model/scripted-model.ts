import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from '../github/http/listen.ts';
import { chatAnswer } from './chat-answer.ts';
import type { Manners } from './manners.ts';
import { type PromptCharacters, promptCharacters } from './prompt-characters.ts';
import { refuseChat } from './refuse-chat.ts';
import { refuseResponses } from './refuse-responses.ts';
import type { Body, Refusal } from './request-body.ts';
import { responsesAnswer } from './responses-answer.ts';
import { fails, type Saying, type ScriptedReply, says } from './scripted-reply.ts';

export interface ModelRequestSeen {
  api: 'chat' | 'responses';
  path: string;
  headers: IncomingHttpHeaders;
  body: Body;
  characters: PromptCharacters;
  /** Why the server refused it, before any reply of the script; null when it did not. */
  refused: string | null;
}

/** The replies in order, or a function of the request and how many were answered before it. */
export type Script = readonly ScriptedReply[] | ((request: ModelRequestSeen, at: number) => ScriptedReply);

export interface ScriptedModel {
  /** As `llm_base_url` takes it, ending in `/v1`. */
  baseUrl: string;
  /** Everything that was asked, refused requests too. */
  requests: ModelRequestSeen[];
  /** Characters of all prompts that were taken. */
  promptCharacters: () => number;
  close: () => Promise<void>;
}

const apis = { '/v1/chat/completions': 'chat', '/v1/responses': 'responses' } as const;

function refusalOf({ api, headers, body }: ModelRequestSeen, manners: Manners): ScriptedReply | null {
  const { key } = manners;
  const given = headers.authorization?.replace(/^Bearer /, '') ?? headers['api-key'];
  if (key !== undefined && given !== key) {
    const message = `Incorrect API key provided: ${String(given)}. You can find your API key in your account.`;
    return fails(401, { message, code: 'invalid_api_key' });
  }
  const refusal: Refusal | null = { chat: refuseChat, responses: refuseResponses }[api](body, manners);
  return refusal === null ? null : fails(400, refusal);
}

/**
 * A model that says what a script says, over the wire formats of chat completions and responses, on loopback. It
 * refuses what real servers refuse, so that a request it takes is one they take. A script at its end is an error.
 */
export async function startScriptedModel(script: Script, manners: Manners = {}): Promise<ScriptedModel> {
  const requests: ModelRequestSeen[] = [];
  let answered = 0;
  const next = (request: ModelRequestSeen): ScriptedReply => {
    const at = answered;
    answered += 1;
    if (typeof script === 'function') return script(request, at);
    return script[at] ?? fails(400, { message: `the script ended after ${script.length} replies` });
  };
  const { url, close } = await listen(async (incoming, response) => {
    const [path = ''] = (incoming.url ?? '').split('?');
    const api = path in apis ? apis[path as keyof typeof apis] : undefined;
    if (api === undefined || incoming.method !== 'POST') {
      return send(response, fails(404, { message: `Invalid URL (${incoming.method} ${path})` }), '');
    }
    const request = await seenRequest(incoming, api, path);
    requests.push(request);
    const refusal = refusalOf(request, manners);
    request.refused = refusal?.kind === 'raw' ? refusal.body : null;
    const reply = refusal ?? next(request);
    if (reply.delayMs) await sleep(reply.delayMs, undefined, { ref: false });
    return send(response, reply, renderedBy(request, answered)(reply));
  });
  return {
    baseUrl: `${url}/v1`,
    requests,
    promptCharacters: () =>
      requests.reduce((sum, { refused, characters }) => sum + (refused ? 0 : characters.total), 0),
    close,
  };
}

async function seenRequest(
  incoming: IncomingMessage,
  api: ModelRequestSeen['api'],
  path: string,
): Promise<ModelRequestSeen> {
  const body = (await json(incoming)) as Body;
  return { api, path, headers: incoming.headers, body, characters: promptCharacters(body), refused: null };
}

/** The text of a reply on the wire, whole. */
const renderedBy =
  ({ api, body, characters }: ModelRequestSeen, at: number) =>
  (reply: ScriptedReply): string => {
    if (reply.kind === 'raw') return reply.body;
    const saying: Saying =
      reply.kind === 'cut' ? reply.saying : reply.kind === 'say' ? reply : says('never said to its end');
    const answer = { chat: chatAnswer, responses: responsesAnswer }[api];
    const rendered = answer(saying, String(body['model']), at, characters.total);
    return JSON.stringify(saying.change ? saying.change(rendered) : rendered);
  };

async function send(response: ServerResponse, reply: ScriptedReply, text: string): Promise<void> {
  if (reply.kind === 'hang' && reply.at === 'headers') return;
  const own = reply.kind === 'raw' ? reply : { status: 200, headers: { 'content-type': 'application/json' } };
  const body = Buffer.from(reply.kind === 'raw' ? reply.body : text);
  response.writeHead(own.status, { ...own.headers, 'content-length': body.byteLength });
  if (reply.kind === 'say' || reply.kind === 'raw') {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, body.byteLength >> 1));
  // Written before it is cut, so that the client has read a part.
  if (reply.kind === 'cut') setTimeout(() => response.destroy(), 20);
}
