import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findOffences } from './find-offences.ts';
import { rooms } from './rooms.ts';

const root = path.resolve(import.meta.dirname, '../..');
const notSource = new Set(['node_modules', 'dist', 'coverage']);
const sources = sourceFiles();

describe('the rooms', () => {
  it('are found', () => {
    expect(sources).toContain('test/architecture/imports.test.ts');
  });

  it('import only what the table allows, and are handed the clock and the environment', () => {
    const offences = sources.flatMap((file) =>
      findOffences(rooms, file, readFileSync(path.join(root, file), 'utf8')),
    );
    expect(offences).toEqual([]);
  });
});

/** Hand-written source files of every room, as paths from the root with `/`. */
function sourceFiles(): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !notSource.has(entry.name))
    .flatMap((room) =>
      readdirSync(path.join(root, room.name), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${room.name}/${file}`,
      ),
    )
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.(?:ts|mts|mjs|js)$/.test(file) && !/\/(?:node_modules|fixtures)\//.test(file));
}
