import path from 'node:path';
import { readSource } from './read-source.ts';
import type { Room } from './rooms.ts';

/**
 * Everything a source file does that its room does not allow, one readable line each.
 *
 * @param file path from the root of the repository, with `/`
 */
export function findOffences(rooms: Record<string, Room>, file: string, text: string): string[] {
  const name = roomOf(file);
  if (name === undefined) return [];
  const room = rooms[name];
  if (!room) return [`${file}: ${name}/ is not in the table of rooms; add it to test/architecture/rooms.ts`];

  const { imports, ambient } = readSource(file, text);
  const offences = imports.flatMap((specifier) => judgeImport(name, room, file, specifier) ?? []);
  if (room.edges && !room.edges.includes(file)) {
    const where = room.edges.length > 0 ? `; only ${room.edges.join(' and ')} may` : '';
    offences.push(...ambient.map((read) => `${file} reads ${read}: pass it in as an argument${where}`));
  }
  return offences;
}

function judgeImport(
  name: string,
  room: Room,
  file: string,
  specifier: string | undefined,
): string | undefined {
  if (specifier === undefined) return `${file} imports a computed path: write it out, so it can be checked`;
  if (!specifier.startsWith('.')) return judgePackage(name, room, file, specifier);

  const target = path.posix.join(path.posix.dirname(file), specifier);
  const targetRoom = roomOf(target);
  // Files at the root, such as package.json, belong to no room.
  if (targetRoom === undefined || targetRoom === name || name === 'test') return undefined;
  if (targetRoom === '..') return `${file} imports ${specifier}: it is outside the repository`;
  const allowed =
    targetRoom === 'test'
      ? (room.usesTestKit ?? []).some((start) => file.startsWith(start))
      : room.mayImport === 'all' || room.mayImport.includes(targetRoom);
  return allowed ? undefined : `${file} imports ${specifier}: ${name}/ may not import ${targetRoom}/`;
}

function judgePackage(name: string, room: Room, file: string, specifier: string): string | undefined {
  const parts = specifier.split('/');
  const packageName = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
  if (!room.packages || room.packages.includes(packageName ?? '')) return undefined;
  return `${file} imports ${specifier}: ${name}/ may import only ${room.packages.join(', ')}`;
}

/** The top-level folder; `undefined` for a file at the root. */
function roomOf(file: string): string | undefined {
  return file.includes('/') ? file.split('/')[0] : undefined;
}
