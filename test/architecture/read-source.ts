import { parseSync } from 'rolldown/utils';

export interface SourceFacts {
  /** What the file imports, in any way; `undefined` for an import whose name is computed. */
  imports: (string | undefined)[];
  /** Readings of the clock and the environment, as written, e.g. `Date.now`. */
  ambient: string[];
}

interface Node {
  type: string;
  [key: string]: unknown;
}

/** Modules that hand out an ambient value by name, and those names. */
const ambientModules: Record<string, string[]> = { process: ['env'], perf_hooks: ['performance'] };
const ambientMembers = ['process.env', 'Date.now', 'performance.now'];

/**
 * @param path names the language: `.ts` or `.mjs`
 * @throws Error when the text does not parse
 */
export function readSource(path: string, text: string): SourceFacts {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const facts: SourceFacts = { imports: [], ambient: [] };
  visit(program, (node) => {
    const source = importedBy(node);
    if (source) facts.imports.push(literal(source));
    facts.ambient.push(...ambientIn(node));
  });
  return facts;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const entry of value) visit(entry, see);
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) see(value);
    for (const child of Object.values(value)) visit(child, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The node that names the imported module, when `node` is any kind of import. */
function importedBy(node: Node): unknown {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node['source'];
    case 'TSExternalModuleReference':
      return node['expression'];
    case 'CallExpression':
      return nameOf(node['callee']) === 'require' ? (node['arguments'] as unknown[])[0] : undefined;
    default:
      return undefined;
  }
}

function ambientIn(node: Node): string[] {
  switch (node.type) {
    case 'MemberExpression': {
      const written = `${nameOf(node['object'])}.${propertyOf(node)}`;
      return ambientMembers.includes(written) ? [written] : [];
    }
    case 'NewExpression':
      return nameOf(node['callee']) === 'Date' && (node['arguments'] as unknown[]).length === 0
        ? ['new Date()']
        : [];
    case 'CallExpression':
      return nameOf(node['callee']) === 'Date' ? ['Date()'] : [];
    case 'VariableDeclarator':
      return destructured(node['id'], nameOf(node['init']));
    case 'ImportDeclaration':
      return importedAmbient(node);
    default:
      return [];
  }
}

/** `const { env } = process` and its like. */
function destructured(pattern: unknown, from: string | undefined): string[] {
  if (!isNode(pattern) || pattern.type !== 'ObjectPattern') return [];
  return (pattern['properties'] as Node[])
    .map((property) => `${from}.${nameOf(property['key'])}`)
    .filter((written) => ambientMembers.includes(written));
}

/** `import { env } from 'node:process'` and its like. */
function importedAmbient(node: Node): string[] {
  const source = literal(node['source'])?.replace(/^node:/, '') ?? '';
  const names = (node['specifiers'] as Node[]).map((specifier) => nameOf(specifier['imported']));
  return (ambientModules[source] ?? [])
    .filter((name) => names.includes(name))
    .map((name) => `${name} from node:${source}`);
}

/** `process`, and `globalThis.process` too. */
function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return node['name'] as string;
  if (node.type === 'MemberExpression' && nameOf(node['object']) === 'globalThis') return propertyOf(node);
  return undefined;
}

function propertyOf(node: Node): string | undefined {
  return node['computed'] === true ? literal(node['property']) : nameOf(node['property']);
}

function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'TemplateLiteral' && (node['expressions'] as unknown[]).length === 0) {
    const [only] = node['quasis'] as { value: { cooked: string } }[];
    return only?.value.cooked;
  }
  return typeof node['value'] === 'string' ? node['value'] : undefined;
}
