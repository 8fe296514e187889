import { type Adaptation, type Body, namesUnknown } from './adaptation.ts';

const hasTools = (body: Body) => 'tools' in body;

/** Older servers know the bound of an answer by its first name only. */
const maxTokens: Adaptation = {
  name: 'max_tokens',
  wanted: namesUnknown(/\bmax_completion_tokens\b/),
  applies: (body) => 'max_completion_tokens' in body,
  change: ({ max_completion_tokens: bound, ...body }) => ({ ...body, max_tokens: bound }),
};

/** Current OpenAI models take tools on chat only without reasoning, which is on unless it is turned off. */
const noReasoning: Adaptation = {
  name: 'reasoning_effort: none',
  wanted: ({ message, param }) => param === 'reasoning_effort' || /\breasoning_effort\b/.test(message),
  applies: (body) => hasTools(body) && !('reasoning_effort' in body),
  change: (body) => ({ ...body, reasoning_effort: 'none' }),
};

interface ChatTool {
  type: string;
  function: Record<string, unknown>;
}

/** Servers that hold requests to a closed list of fields may not know `strict`; answers are parsed anyway. */
const notStrict: Adaptation = {
  name: 'no strict tools',
  wanted: namesUnknown(/\bstrict\b/),
  applies: (body) => hasTools(body) && JSON.stringify(body['tools']).includes('"strict":true'),
  change: (body) => ({
    ...body,
    tools: (body['tools'] as ChatTool[]).map((tool) => {
      const { strict: _, ...rest } = tool.function;
      return { ...tool, function: rest };
    }),
  }),
};

interface SchemaFormat {
  type: string;
  json_schema?: { schema: unknown };
}

const format = /\bresponse_format\b|\bjson_schema\b/;

/** Servers that promise JSON but no schema are told the schema in words. */
const jsonOnly: Adaptation = {
  name: 'json_object',
  wanted: (said) =>
    namesUnknown(format)(said) ||
    (format.test(said.message) && /must be one of|should be/i.test(said.message)),
  applies: (body) => (body['response_format'] as SchemaFormat | undefined)?.type === 'json_schema',
  change: (body) => {
    const { json_schema: asked } = body['response_format'] as SchemaFormat;
    const schema = JSON.stringify(asked?.schema);
    const told = { role: 'system', content: `Answer with one JSON object of this JSON Schema: ${schema}` };
    return {
      ...body,
      messages: [...(body['messages'] as object[]), told],
      response_format: { type: 'json_object' },
    };
  },
};

export const chatAdaptations: readonly Adaptation[] = [maxTokens, noReasoning, notStrict, jsonOnly];
