import type { JsonSchema } from './json-schemas.ts';
import { code } from './markdown.ts';

/** A field of a boundary, by its dotted path; `[]` stands for every entry of a list. */
export interface SchemaField {
  path: string;
  /** Markdown, such as "list of text or null". */
  type: string;
  /** JSON; undefined when there is none. */
  default: string | undefined;
  isRequired: boolean;
  description: string;
}

type Schema = JsonSchema | boolean;

const asObject = (schema: Schema): JsonSchema => (typeof schema === 'boolean' ? {} : schema);
const itemsOf = ({ items }: JsonSchema): JsonSchema => (Array.isArray(items) ? {} : asObject(items ?? true));
const plainTypes: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'whole number',
  number: 'number',
  null: 'null',
};

/** zod numbers the definitions it has no name for; the contract has one such, `z.json()`. */
const nameOf = (ref: string) => {
  const name = ref.replace('#/$defs/', '');
  return name.startsWith('__schema') ? 'any JSON' : name.replaceAll('-', ' ');
};

function typeOf(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(', ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map((each) => typeOf(asObject(each))).join(' or ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => plainTypes[type] ?? type).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(itemsOf(schema)).replace(/^object$|key$/, '$&s')}`;
  if (schema.type === 'object' && schema.properties === undefined) {
    return `${typeOf(asObject(schema.additionalProperties ?? true))} by name`;
  }
  return schema.type === undefined ? 'anything' : (plainTypes[schema.type] ?? schema.type);
}

/** The object, or list of objects, inside a field that may also be null. */
function within(path: string, schema: JsonSchema): { path: string; schema: JsonSchema } | null {
  const inner = schema.anyOf?.map(asObject).find(({ type }) => type === 'object') ?? schema;
  if (inner.properties !== undefined) return { path: `${path}.`, schema: inner };
  return inner.type === 'array' ? within(`${path}[]`, itemsOf(inner)) : null;
}

/** Every field of an object's schema, outer before inner, in the order of the contract. */
export function fieldsOf(schema: JsonSchema, prefix = ''): SchemaField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, given]): SchemaField[] => {
    const field = asObject(given);
    const path = prefix + name;
    const inner = within(path, field);
    return [
      {
        path,
        type: typeOf(field),
        default: inner || field.default === undefined ? undefined : JSON.stringify(field.default),
        isRequired: schema.required?.includes(name) ?? false,
        description: field.description ?? '',
      },
      ...(inner ? fieldsOf(inner.schema, inner.path) : []),
    ];
  });
}
