import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import type { Command } from 'commander';
import { problemsOf } from '../../contract/problems.ts';
import { pulseRequest, pulseRequestFields } from '../../contract/pulse-request.ts';
import { visibleText } from '../../contract/reading/visible-text.ts';
import { repositoryFilePath } from '../../contract/repository-file-path.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { parseYaml, readRepositoryFile } from '../../rules/read-repository-file.ts';
import { strayRules } from '../../rules/stray-rules.ts';
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

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw new ZenPulseError('file_unreadable', { path: folder, cause: message }, { cause: error });
  }
}

/** What lies here and in `.github` that looks like rules and is not read, in words. */
async function straysIn(folder: string): Promise<string[]> {
  const [top, below] = await Promise.all([namesIn(folder), namesIn(resolve(folder, '.github'))]);
  return strayRules([...top, ...below.map((name) => `.github/${name}`)]);
}

/** Checks a rules file. Beside it, what only looks like one is told: a run does not read it. */
async function checkRules(path: string, io: Io): Promise<void> {
  for (const stray of await straysIn(io.folder))
    io.stderr.write(`${styleText('yellow', 'Note:', { stream: io.stderr })} ${stray}\n`);
  await readRepositoryFile([{ text: await read(path, io), source: path }]);
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
      if (options.request === undefined) await checkRules(path, io);
      else checkRequest(await read(path, io));
      io.stdout.write(`${visibleText(path)} is valid.\n`);
    });
}
