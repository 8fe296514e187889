import { isObject } from './request-body.ts';

/** Keywords that strict mode does not take. */
const refusedKeywords = [
  'allOf',
  'not',
  'dependentRequired',
  'dependentSchemas',
  'if',
  'then',
  'else',
  'oneOf',
];

/**
 * What OpenAI's strict mode refuses in a schema; null when it fits: every object lists all its properties as required
 * and closes itself.
 */
export function strictSchemaFault(schema: unknown, at: readonly string[] = []): string | null {
  if (!isObject(schema)) return null;
  const context = `In context=(${at.map((step) => `'${step}'`).join(', ')})`;
  const refused = refusedKeywords.find((keyword) => keyword in schema);
  if (refused) return `${context}, '${refused}' is not permitted.`;
  const types = [schema['type']].flat();
  if (at.length === 0 && !types.includes('object')) return `${context}, schema must be of type 'object'.`;
  if (types.includes('object')) {
    if (schema['additionalProperties'] !== false) {
      return `${context}, 'additionalProperties' is required to be supplied and to be false.`;
    }
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    const missing = Object.keys(isObject(schema['properties']) ? schema['properties'] : {}).find(
      (key) => !required.includes(key),
    );
    if (missing !== undefined) {
      return `${context}, 'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`;
    }
  }
  return faultWithin(schema, at);
}

function faultWithin(schema: Record<string, unknown>, at: readonly string[]): string | null {
  const named = ['properties', '$defs', 'definitions'].flatMap((holder) =>
    Object.entries(isObject(schema[holder]) ? schema[holder] : {}).map(
      ([key, value]) => [[...at, holder, key], value] as const,
    ),
  );
  const listed = (Array.isArray(schema['anyOf']) ? schema['anyOf'] : []).map(
    (value: unknown, index) => [[...at, 'anyOf', String(index)], value] as const,
  );
  const items = 'items' in schema ? [[[...at, 'items'], schema['items']] as const] : [];
  for (const [path, value] of [...named, ...listed, ...items]) {
    const fault = strictSchemaFault(value, path);
    if (fault !== null) return fault;
  }
  return null;
}
