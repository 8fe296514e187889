import { modelOver } from './ask-model.ts';
import { chatAdaptations } from './chat-adaptations.ts';
import { readChatReply } from './chat-reply.ts';
import { chatBody } from './chat-request.ts';
import { type ModelCallLimits, type ModelEdges, modelCallLimits } from './model-edges.ts';
import type { ModelEndpoint } from './model-endpoint.ts';
import type { ModelPort } from './model-port.ts';

/** A model behind `/chat/completions`, which every OpenAI-compatible server has. */
export const chatModel = (
  endpoint: ModelEndpoint,
  edges: ModelEdges,
  limits: ModelCallLimits = modelCallLimits,
): ModelPort =>
  modelOver(
    {
      api: 'chat',
      path: '/chat/completions',
      write: chatBody,
      read: readChatReply,
      adaptations: chatAdaptations,
    },
    endpoint,
    edges,
    limits,
  );
