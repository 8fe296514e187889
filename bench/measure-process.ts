import { spawn } from 'node:child_process';

export interface Measured {
  wallSeconds: number;
  /** Largest resident set, in MB of 10^6 bytes. */
  peakMb: number;
}

/**
 * Runs a Node script to its end and measures it from outside, start-up included. The child reports its own peak on
 * exit, which the operating system counts (`ru_maxrss`).
 * @param environment added to this process's own
 * @throws Error when the script fails
 */
export async function measureProcess(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const reportPeak =
    'process.on("exit", () => process.stderr.write(`\\npeak-kb=${process.resourceUsage().maxRSS}\\n`))';
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(reportPeak)}`, ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...environment },
    },
  );
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve);
    child.on('error', reject);
  });
  const peakKb = /peak-kb=(\d+)/.exec(stderr)?.[1];
  if (code !== 0 || peakKb === undefined)
    throw new Error(`${args.join(' ')} ended with code ${code}: ${stderr}`);
  return { wallSeconds: (performance.now() - started) / 1000, peakMb: (Number(peakKb) * 1024) / 1e6 };
}
