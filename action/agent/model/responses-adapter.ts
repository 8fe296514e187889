import { modelOver } from './ask-model.ts';
import { type ModelCallLimits, type ModelEdges, modelCallLimits } from './model-edges.ts';
import type { ModelEndpoint } from './model-endpoint.ts';
import type { ModelPort } from './model-port.ts';
import { responsesAdaptations } from './responses-adaptations.ts';
import { readResponsesReply } from './responses-reply.ts';
import { responsesBody } from './responses-request.ts';

/** A model behind `/responses`: the API on which current OpenAI models reason and call tools. */
export const responsesModel = (
  endpoint: ModelEndpoint,
  edges: ModelEdges,
  limits: ModelCallLimits = modelCallLimits,
): ModelPort =>
  modelOver(
    {
      api: 'responses',
      path: '/responses',
      write: responsesBody,
      read: readResponsesReply,
      adaptations: responsesAdaptations,
    },
    endpoint,
    edges,
    limits,
  );
