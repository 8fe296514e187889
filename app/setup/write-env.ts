import { readFile, rename, writeFile } from 'node:fs/promises';

const quoted = (value: string) => (/[\s#"\\]/.test(value) ? `"${value.replaceAll('\n', '\\n')}"` : value);

/** Sets variables in the text of an `.env` file and leaves all else as it is. */
export function setVariables(text: string, values: Readonly<Record<string, string>>): string {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const missing = new Map(Object.entries(values));
  const replaced = lines.map((line) => {
    const [, name] = /^(?:export )?(\w+)=/.exec(line) ?? [];
    const value = name === undefined ? undefined : missing.get(name);
    if (name === undefined || value === undefined) return line;
    missing.delete(name);
    return `${name}=${quoted(value)}`;
  });
  const added = [...missing].map(([name, value]) => `${name}=${quoted(value)}`);
  return `${[...replaced, ...added].join('\n')}\n`;
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

/** Sets variables in an `.env` file that only its owner can read; it is whole or unchanged. */
export async function writeEnv(path: string, values: Readonly<Record<string, string>>): Promise<void> {
  const before = await readIfThere(path);
  const part = `${path}.part`;
  await writeFile(part, setVariables(before, values), { mode: 0o600 });
  await rename(part, path);
}
