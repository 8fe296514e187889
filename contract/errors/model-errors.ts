import { entry } from './entry.ts';

/** What a model's API refuses or fails to answer. */
export const modelErrors = {
  model_unavailable: entry<{ model: string; tries: number; why: string }>({
    kind: 'upstream',
    message: ({ model, tries, why }) => `The model ${model} gave no answer (tries: ${tries}): ${why}.`,
    nextStep: () =>
      "Run again later; if it stays, see the provider's status page, or check llm_base_url and the network.",
  }),
  model_refused_request: entry<{
    model: string;
    api: string;
    status: number;
    /** The server's own code, such as `context_length_exceeded`; null when it gave none. */
    code: string | null;
    message: string;
  }>({
    kind: 'upstream',
    message: ({ model, api, status, message }) =>
      `The server of the model ${model} refused the request over the ${api} API with ${status}: ${message}.`,
    nextStep: ({ api }) =>
      `Trying again does not help: check llm_model and llm_base_url, and where the server has no ${api} API set llm_api to the other one (chat or responses).`,
  }),
  model_unauthorized: entry<{ host: string; status: number; message: string }>({
    kind: 'upstream',
    message: ({ host, status, message }) => `${host} refuses the key with ${status}: ${message}.`,
    nextStep: ({ host }) =>
      `Check that llm_api_key is whole, is one for ${host}, was not revoked, and may use llm_model.`,
  }),
  model_bad_answer: entry<{ model: string; why: string }>({
    kind: 'upstream',
    message: ({ model, why }) => `The answer for the model ${model} cannot be used: ${why}.`,
    nextStep: () =>
      "Check that llm_base_url is the address of an OpenAI-compatible API, most often ending in /v1; then the server's own log.",
  }),
} as const;
