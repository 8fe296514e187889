import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Prompts as modules: bundles hold no files beside their code, and Node imports no text yet. The text is the file's,
 * to the byte, so its digest is too.
 */
export async function promptModules(root: string): Promise<[string, string][]> {
  const folder = path.join(root, 'prompts');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prompt.yml')).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const base = name.replace(/\.prompt\.yml$/, '');
      const text = await readFile(path.join(folder, name), 'utf8');
      const lines = text.split('\n').map((line) => `  ${JSON.stringify(line)},`);
      return [
        `action/agent/prompt/${base}-prompt.generated.ts`,
        `// Generated from prompts/${name} (npm run generate); edit the prompt there.\n\nexport const ${camelCase(base)}PromptText = [\n${lines.join('\n')}\n].join('\\n');\n`,
      ];
    }),
  );
}
