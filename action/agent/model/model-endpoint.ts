/** Where a model is served, and the key for it; null for servers without one. */
export interface ModelEndpoint {
  baseUrl: string;
  apiKey: string | null;
  model: string;
}

export const openaiBaseUrl = 'https://api.openai.com/v1';

const azureHost = /\.(?:openai|cognitiveservices|services\.ai)\.azure\.(?:com|us|cn)$/;

export const isAzure = (baseUrl: string): boolean => azureHost.test(new URL(baseUrl).hostname);

export type ModelApi = 'chat' | 'responses';

/**
 * The API that `auto` means: responses where OpenAI's own models are served, since current ones refuse tools with
 * reasoning on chat; chat everywhere else. Azure's addresses of one deployment know only chat.
 */
export function chooseApi(asked: 'auto' | ModelApi, baseUrl: string): ModelApi {
  if (asked !== 'auto') return asked;
  const { hostname, pathname } = new URL(baseUrl);
  // Regions have a name before it, such as eu.api.openai.com.
  if (/^(?:[a-z]+\.)?api\.openai\.com$/.test(hostname)) return 'responses';
  return isAzure(baseUrl) && !/\/deployments\//.test(pathname) ? 'responses' : 'chat';
}
