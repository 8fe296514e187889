import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '../../action/lineage/canonical-json.ts';
import { actionFile } from './action-file.ts';
import { contractPage } from './contract-page.ts';
import { boundaryNames, jsonSchemaOf, schemaPath } from './json-schemas.ts';
import { promptModules } from './prompt-modules.ts';
import { withTables } from './readme-tables.ts';
import { workflowTemplates } from './workflow-template.ts';

/** The text of a file, or null when there is none. */
export async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Every generated file by its path from `root`. Files written by hand in part are read from there. */
export async function generatedFiles(root: string): Promise<Map<string, string>> {
  const readme = await readIfThere(path.join(root, 'README.md'));
  return new Map([
    ...boundaryNames.map((name) => [schemaPath(name), canonicalJson(jsonSchemaOf(name))] as const),
    ['action.yml', actionFile()],
    ['docs/contract.md', contractPage()],
    ...workflowTemplates(),
    ...(await promptModules(root)),
    ...(readme === null ? [] : [['README.md', withTables(readme)] as const]),
  ]);
}
