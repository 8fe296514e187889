import { isBuiltin } from 'node:module';
import type { Plugin } from 'rolldown';

interface Specifier {
  type: string;
  imported?: { name?: string; value?: string };
  local: { name: string };
}

interface Import {
  start: number;
  end: number;
  source: { value: string };
  specifiers: Specifier[];
}

/** The declarations that give an import's names the same values. */
function declarationsOf({ source, specifiers }: Import): string {
  const module = `process.getBuiltinModule(${JSON.stringify(source.value)})`;
  const named = specifiers.filter(({ type }) => type === 'ImportSpecifier');
  const whole = specifiers.filter(({ type }) => type !== 'ImportSpecifier');
  const members = named.map(({ imported, local }) => {
    const name = imported?.name ?? imported?.value;
    return name === local.name ? name : `${name}: ${local.name}`;
  });
  return [
    ...whole.map(({ local }) => `const ${local.name} = ${module};`),
    ...(members.length > 0 ? [`const { ${members.join(', ')} } = ${module};`] : []),
  ].join('\n');
}

/**
 * Takes modules of Node as they are. An `import` of one reads every export it has, also those that are made when they
 * are read: that of `http` loads Node's whole `fetch`, which costs more than all the action needs of Node.
 */
export const builtinsAsTheyAre: Plugin = {
  name: 'builtins-as-they-are',
  renderChunk(code) {
    const imports = this.parse(code).body.filter(
      (node) => node.type === 'ImportDeclaration' && isBuiltin(node.source.value),
    ) as unknown as Import[];
    return imports.reduceRight(
      (text, node) => text.slice(0, node.start) + declarationsOf(node) + text.slice(node.end),
      code,
    );
  },
};
