/**
 * Checks every workflow and action file with actionlint and zizmor: those of this repository, the templates, and the
 * blocks of the pages that people copy from. One finding fails it. Both tools are installed once, into a cache folder;
 * one that cannot be installed here for want of Go or Python is named as skipped.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { actionlint, type Linter, shellcheck, zizmor } from './lint-workflows/linters.ts';
import { type Finished, runCommand } from './lint-workflows/run-command.ts';
import { workflowSources } from './lint-workflows/workflow-sources.ts';
import { writeProject } from './lint-workflows/write-project.ts';

const root = path.resolve(import.meta.dirname, '..');
const cacheHome = process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');
const cache = path.join(cacheHome, 'zenpulse', 'lint-workflows');
/** Beside the workflows; zizmor reads them where they are. */
const otherFiles = ['action.yml', 'action/report-back/action.yml', '.github/dependabot.yml'].map((name) =>
  path.join(root, name),
);

const sources = await workflowSources(root);
const work = await mkdtemp(path.join(tmpdir(), 'zenpulse-lint-'));
try {
  const shell = await shellcheck(cache);
  if ('skipped' in shell) skip('shellcheck', shell.skipped);
  await check('actionlint', await actionlint(cache), (tool) =>
    runActionlint(tool, 'path' in shell ? shell.path : ''),
  );
  await check('zizmor', await zizmor(cache), runZizmor);
} finally {
  await rm(work, { recursive: true });
}

function skip(name: string, why: string): void {
  console.log(`SKIPPED ${name}: ${why}.`);
}

async function check(name: string, linter: Linter, run: (tool: string) => Promise<Finished>): Promise<void> {
  if ('skipped' in linter) return skip(name, linter.skipped);
  const { code, output } = await run(linter.path);
  if (code === 0) console.log(`${name}: ${sources.length} workflows, 0 findings`);
  else {
    console.error(`${name} (exit code ${code}):\n${output}`);
    process.exitCode = 1;
  }
}

async function runActionlint(tool: string, shell: string): Promise<Finished> {
  const folder = path.join(work, 'actionlint');
  const project = await writeProject(root, folder, sources, { usesLocalAction: true });
  const args = ['-no-color', '-pyflakes=', `-shellcheck=${shell}`, ...project.whole, ...project.fragments];
  const { code, output } = await runCommand(tool, args, { cwd: folder });
  return { code, output: project.withPlaces(output) };
}

async function runZizmor(tool: string): Promise<Finished> {
  const folder = path.join(work, 'zizmor');
  const project = await writeProject(root, folder, sources, { usesLocalAction: false });
  const config = `--config=${path.join(root, '.github/zizmor.yml')}`;
  const shown = ['--quiet', '--no-progress', '--color=never'];
  const run = (persona: string, files: readonly string[]) =>
    runCommand(tool, [...shown, '--offline', '--strict-collection', persona, config, ...files], {
      cwd: folder,
    });
  const { whole, fragments } = project;
  const pedantic = await run('--persona=pedantic', [...whole, ...otherFiles]);
  // Names and comments, the matter of the pedantic persona, are the reader's own in a job of five lines.
  const regular = await run('--persona=regular', fragments);
  const output = project.withPlaces(pedantic.output + regular.output);
  return { code: pedantic.code === 0 ? regular.code : pedantic.code, output };
}
