import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tempFolder } from '../git/temp-folder.ts';

const python = async (script: string, ...args: string[]) => {
  await promisify(execFile)('python3', ['-c', script, ...args]);
};

/** Unpacks an artifact's zip into a folder. @returns reads one of its files */
export async function unpack(zip: Buffer): Promise<(name: string) => Promise<string>> {
  const folder = await tempFolder();
  const path = join(folder, 'artifact.zip');
  await writeFile(path, zip);
  const script = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])';
  await python(script, path, folder);
  return (name) => readFile(join(folder, name), 'utf8');
}

/** The same zip with one file changed: what somebody would do who can replace an artifact. */
export async function withChangedFile(zip: Buffer, name: string, content: string): Promise<Buffer> {
  const folder = await tempFolder();
  const [from, to, file] = ['from.zip', 'to.zip', 'content'].map((each) => join(folder, each)) as [
    string,
    string,
    string,
  ];
  await writeFile(from, zip);
  await writeFile(file, content);
  const script = [
    'import sys, zipfile',
    'old, new, name, content = sys.argv[1:]',
    'with zipfile.ZipFile(old) as a, zipfile.ZipFile(new, "w") as b:',
    '    for each in a.namelist():',
    '        b.writestr(each, open(content, "rb").read() if each == name else a.read(each))',
  ].join('\n');
  await python(script, from, to, name, file);
  return readFile(to);
}
