/**
 * Writes what follows from the contract: the JSON Schemas, `action.yml`, the workflow templates, the contract
 * reference and the tables of the README; and the prompts as modules. All of it is committed.
 *
 * `--check` compares without writing, so CI fails when one of them is stale.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generatedFiles, readIfThere } from './generate/generated-files.ts';

const root = path.resolve(import.meta.dirname, '..');
const schemaFolder = 'contract/schemas';
const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const files = await generatedFiles(root);
const stale: string[] = [];
for (const [name, content] of files) {
  const present = await readIfThere(path.join(root, name));
  if (present === content) continue;
  stale.push(`${present === null ? 'missing' : 'stale'}: ${name}`);
  if (!options.check) await write(name, content);
}
for (const name of await schemasPresent()) {
  if (files.has(name)) continue;
  stale.push(`left over: ${name}`);
  if (!options.check) await rm(path.join(root, name));
}

const list = stale.map((line) => `\n  ${line}`).join('');
if (stale.length === 0) console.log(`${files.size} generated files are what the contract says.`);
else if (!options.check) console.log(`Brought up to date:${list}`);
else {
  console.error(`Generated files are not what the contract says:${list}`);
  console.error('Next: run `npm run generate` and commit what it changed.');
  process.exitCode = 1;
}

async function write(name: string, content: string): Promise<void> {
  const file = path.join(root, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Every file in the folder that holds nothing but generated schemas. */
async function schemasPresent(): Promise<string[]> {
  const names = await readdir(path.join(root, schemaFolder)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return names.map((name) => `${schemaFolder}/${name}`);
}
