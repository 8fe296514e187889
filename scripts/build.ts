/**
 * Bundles what must run without `npm install` into `dist/`, which is committed.
 *
 * `--check` builds in memory and compares byte for byte, so CI fails when `dist/` is stale. Output is left
 * unminified: it can be reviewed, and the same sources give the same bytes.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CodeSplittingOptions, type OutputAsset, type OutputChunk, rolldown } from 'rolldown';
import { builtinsAsTheyAre } from './builtins-as-they-are.ts';
import { lazyNetwork } from './lazy-network.ts';
import { routesOnly } from './routes-only.ts';

interface Bundle {
  entry: string;
  folder: string;
  /** One file with dynamic imports inlined; otherwise lazy parts stay files of their own. */
  singleFile: boolean;
  /** Starts with `#!/usr/bin/env node`, also when the entry does not. */
  executable: boolean;
}

const bundles: Bundle[] = [
  { entry: 'cli/zenpulse.ts', folder: 'dist/cli', singleFile: true, executable: true },
  { entry: 'action/run.ts', folder: 'dist/action', singleFile: false, executable: false },
  { entry: 'action/report-back/run.ts', folder: 'dist/report-back', singleFile: false, executable: false },
];

const root = path.resolve(import.meta.dirname, '..');
const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const stale: string[] = [];
for (const bundle of bundles) {
  const files = await build(bundle);
  if (options.check) stale.push(...(await compare(bundle.folder, files)));
  else await write(bundle.folder, files);
}
if (stale.length > 0) {
  console.error(`dist/ is not what the sources build to:\n${stale.map((line) => `  ${line}`).join('\n')}`);
  console.error('Next: run `npm run build` and commit dist/.');
  process.exitCode = 1;
}

/**
 * Every file costs time to find and load, so what each run needs is one, and what it needs once GitHub has answered
 * another; the rest is split by who imports it. The entry stays apart: it ends with the run, and a lazy part that
 * shared a file with it would wait for that end.
 */
function chunksOf({ entry, singleFile }: Bundle): false | CodeSplittingOptions {
  if (singleFile) return false;
  const isAt = (file: string) => (id: string) => id === path.join(root, file);
  return {
    groups: [
      { name: 'start', tags: ['$initial'], test: (id) => !isAt(entry)(id) },
      { name: 'after-reading', test: isAt('action/after-reading.ts') },
    ],
  };
}

/** File contents by path inside the bundle's folder. */
async function build(bundle: Bundle): Promise<Map<string, Buffer>> {
  const bundler = await rolldown({
    cwd: root,
    input: path.join(root, bundle.entry),
    platform: 'node',
    plugins: [lazyNetwork(!bundle.singleFile), routesOnly, builtinsAsTheyAre],
    // Of these packages only what is used is kept: their other modules load half of Node's network stack.
    treeshake: {
      moduleSideEffects: [{ test: /node_modules\/@actions\/(?:core|exec|io)\//, sideEffects: false }],
    },
    onLog(level, log, next) {
      if (level === 'warn') throw new Error(`${bundle.entry}: ${log.message}`);
      next(level, log);
    },
  });
  const { output } = await bundler.generate({
    format: 'esm',
    codeSplitting: chunksOf(bundle),
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    minify: false,
    sourcemap: false,
  });
  await bundler.close();
  const names = new Set(output.map((file) => file.fileName));
  for (const file of output) assertSelfContained(bundle, file, names);
  return new Map(output.map((file) => [file.fileName, contentOf(bundle, file)]));
}

function contentOf(bundle: Bundle, file: OutputChunk | OutputAsset): Buffer {
  if (file.type === 'asset') return Buffer.from(file.source);
  const shebang =
    bundle.executable && file.isEntry && !file.code.startsWith('#!') ? '#!/usr/bin/env node\n' : '';
  return Buffer.from(shebang + file.code);
}

function assertSelfContained(bundle: Bundle, file: OutputChunk | OutputAsset, names: Set<string>): void {
  const where = `${bundle.folder}/${file.fileName}`;
  if (contentOf(bundle, file).includes(root)) {
    throw new Error(
      `${where} holds the absolute path of this checkout, so it differs from machine to machine.`,
    );
  }
  if (file.type !== 'chunk') return;
  const outside = [...file.imports, ...file.dynamicImports].filter(
    (name) => !isBuiltin(name) && !names.has(name),
  );
  if (outside.length > 0)
    throw new Error(`${where} still imports ${outside.join(', ')}: it must be bundled.`);
}

async function write(folder: string, files: Map<string, Buffer>): Promise<void> {
  await rm(path.join(root, folder), { recursive: true, force: true });
  for (const [name, content] of files) {
    const file = path.join(root, folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content, { mode: content.subarray(0, 2).toString() === '#!' ? 0o755 : 0o644 });
    console.log(`${folder}/${name}  ${Math.ceil(content.length / 1024)} kB`);
  }
}

async function compare(folder: string, files: Map<string, Buffer>): Promise<string[]> {
  const present = new Set(await filesIn(path.join(root, folder)));
  const findings = [...present]
    .filter((name) => !files.has(name))
    .map((name) => `left over: ${folder}/${name}`);
  for (const [name, content] of files) {
    if (!present.has(name)) findings.push(`missing: ${folder}/${name}`);
    else if (!content.equals(await readFile(path.join(root, folder, name))))
      findings.push(`stale: ${folder}/${name}`);
  }
  return findings;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
