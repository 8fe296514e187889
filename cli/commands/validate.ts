import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { parseYaml, readRepositoryFile } from '../../rules/read-repository-file.ts';
import { problemsOf } from '../../contract/problems.ts';
import { pulseRequest, pulseRequestFields } from '../../contract/pulse-request.ts';
import { visibleText } from '../../contract/reading/visible-text.ts';
import { repositoryFilePath } from '../../contract/repository-file-path.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { Io } from '../io.ts';

const examples = `
Examples:
  zenpulse validate                              .github/zenpulse.yml below the folder you stand in
  zenpulse validate rules/zenpulse.yml           another file
  zenpulse validate --request request.json       a pulse request, as JSON or YAML`;

async function read(path: string, io: Io): Promise<string> {
  try {
    return await readFile(resolve(io.folder, path), 'utf8');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new ZenPulseError('file_unreadable', { path, cause }, { cause: error });
  }
}

/** JSON is YAML, so one parser reads both. */
function checkRequest(text: string): void {
  const read = parseYaml(text);
  if ('problems' in read) throw new ZenPulseError('request_invalid', read);
  const parsed = pulseRequest.safeParse(read.value);
  if (parsed.success) return;
  const problems = problemsOf(parsed.error, read.value, Object.keys(pulseRequestFields));
  throw new ZenPulseError('request_invalid', { problems });
}

export function addValidateCommand(program: Command, io: Io): void {
  program
    .command('validate')
    .description('Check a rules file or a pulse request, and name every problem at once.')
    .argument('[file]', `the rules file (default: ${repositoryFilePath})`)
    .option('--request <file>', 'check a pulse request instead')
    .addHelpText('after', examples)
    .action(async (file: string | undefined, options: { request?: string }) => {
      const path = options.request ?? file ?? repositoryFilePath;
      const text = await read(path, io);
      if (options.request === undefined) await readRepositoryFile([{ text, source: path }]);
      else checkRequest(text);
      io.stdout.write(`${visibleText(path)} is valid.\n`);
    });
}
