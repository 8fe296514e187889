import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLFieldResolver,
  parse,
  validate,
} from 'graphql';
import { NotServedError } from '../http/not-served-error.ts';
import { githubSchema } from './github-schema.ts';
import { type QueryCost, queryCost } from './query-cost.ts';

export interface GraphQLRequest {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  operationName: string | null;
}

/** A query that can be executed; its `errors`, when there are some, are the whole answer. */
export interface CheckedQuery {
  document: DocumentNode | null;
  errors: readonly GraphQLError[];
  operation: string | null;
  cost: QueryCost;
}

/** Most nodes a query may ask for, as GitHub documents it. */
const mostNodes = 500_000;

/** Texts already read; queries made for one page only would otherwise pile up. */
const mostChecked = 500;
const checked = new Map<string, { document: DocumentNode | null; errors: readonly GraphQLError[] }>();

/** Parses and validates against GitHub's schema, once for each text. */
export function checkQuery({ query, variables, operationName }: GraphQLRequest): CheckedQuery {
  const { document, errors } = checked.get(query) ?? parsed(query);
  if (checked.size >= mostChecked) checked.clear();
  checked.set(query, { document, errors });
  if (document === null)
    return { document, errors, operation: operationName, cost: { nodeCount: 0, cost: 1 } };
  const cost = queryCost(document, variables);
  const operation = operationName ?? getOperationAST(document)?.name?.value ?? null;
  if (errors.length > 0 || cost.nodeCount <= mostNodes) return { document, errors, operation, cost };
  const message = `This query requests up to ${cost.nodeCount} possible nodes which exceeds the maximum limit of ${mostNodes}.`;
  const tooMany = new GraphQLError(message, { extensions: { type: 'MAX_NODE_LIMIT_EXCEEDED' } });
  return { document, errors: [tooMany], operation, cost };
}

function parsed(query: string): { document: DocumentNode | null; errors: readonly GraphQLError[] } {
  try {
    const document = parse(query);
    return { document, errors: validate(githubSchema(), document) };
  } catch (error) {
    if (error instanceof GraphQLError) return { document: null, errors: [error] };
    throw error;
  }
}

/**
 * Executes a checked query on the fields of `root` and returns the body GitHub would send.
 * @throws NotServedError for a field of the schema that no node here has
 */
export async function executeGraphQL(
  { document, errors }: CheckedQuery,
  { variables, operationName }: GraphQLRequest,
  root: object,
): Promise<object> {
  if (document === null || errors.length > 0) return { errors: errors.map(formatted) };
  const result: ExecutionResult = await execute({
    schema: githubSchema(),
    document,
    rootValue: root,
    variableValues: variables,
    operationName,
    fieldResolver,
  });
  const missing = result.errors?.find(({ originalError }) => originalError instanceof NotServedError);
  if (missing?.originalError) throw missing.originalError;
  const { data = null } = result;
  return result.errors === undefined ? { data } : { data, errors: result.errors.map(formatted) };
}

const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, args, _context, info) => {
  const fields = source as Readonly<Record<string, unknown>>;
  if (!(info.fieldName in fields)) {
    throw new NotServedError(`${info.parentType.name}.${info.fieldName}`);
  }
  const field = fields[info.fieldName];
  return typeof field === 'function' ? (field as (args: unknown) => unknown)(args) : field;
};

/** GitHub puts the type of an error beside its message. */
function formatted({ message, path, locations, extensions }: GraphQLError): object {
  const { type, ...others } = extensions;
  return {
    ...(type === undefined ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    ...(Object.keys(others).length === 0 ? {} : { extensions: others }),
    ...(locations === undefined ? {} : { locations }),
    message,
  };
}
