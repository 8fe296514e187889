import { chatModel } from './chat-adapter.ts';
import { type ModelCallLimits, type ModelEdges, modelCallLimits } from './model-edges.ts';
import { chooseApi, type ModelApi, openaiBaseUrl } from './model-endpoint.ts';
import type { ModelPort } from './model-port.ts';
import { responsesModel } from './responses-adapter.ts';

/** Where a run's model is, under the names of the inputs. */
export interface ModelChoice {
  llm_model: string;
  llm_api: 'auto' | ModelApi;
  llm_base_url?: string | undefined;
  llm_api_key?: string | undefined;
}

/**
 * The model a run asks for, over the API it asks for. What was chosen stays: a server that has not the API says so in
 * the error, instead of being asked over the other one behind the user's back.
 */
export function openModel(
  choice: ModelChoice,
  edges: ModelEdges,
  limits: ModelCallLimits = modelCallLimits,
): ModelPort {
  const baseUrl = choice.llm_base_url ?? openaiBaseUrl;
  const endpoint = { baseUrl, apiKey: choice.llm_api_key?.trim() || null, model: choice.llm_model };
  const open = { chat: chatModel, responses: responsesModel }[chooseApi(choice.llm_api, baseUrl)];
  return open(endpoint, edges, limits);
}
