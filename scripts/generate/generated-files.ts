import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '../../action/lineage/canonical-json.ts';
import { actionFile, reportBackFile } from './action-file.ts';
import { contractPage } from './contract-page.ts';
import { boundaryNames, jsonSchemaOf, schemaPath } from './json-schemas.ts';
import { noRulesModule } from './no-rules.ts';
import { promptModules } from './prompt-modules.ts';
import { withTables } from './readme-tables.ts';
import { workflowModule } from './workflow-module.ts';
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
  const pages = ['README.md', 'action/report-back/README.md'];
  const texts = await Promise.all(
    pages.map(async (page) => [page, await readIfThere(path.join(root, page))] as const),
  );
  return new Map([
    ...boundaryNames.map((name) => [schemaPath(name), canonicalJson(jsonSchemaOf(name))] as const),
    ['action.yml', actionFile()],
    ['action/report-back/action.yml', reportBackFile()],
    ['docs/contract.md', contractPage()],
    ['contract/no-rules.generated.ts', noRulesModule()],
    ...workflowTemplates(),
    ['app/dispatch/workflow-template.generated.ts', workflowModule()],
    ...(await promptModules(root)),
    ...texts.flatMap(([page, text]) => (text === null ? [] : [[page, withTables(text, page)] as const])),
  ]);
}
