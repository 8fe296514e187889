import { type Document, LineCounter, parseDocument } from 'yaml';
import { type Problem, problemsOf } from '../contract/problems.ts';
import { type RepositoryFile, repositoryFile } from '../contract/repository-file.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';
import { settingProblems } from './setting-problems.ts';

/** Rules as text, and where they come from. */
export interface RulesText {
  text: string;
  source: string;
  /** True for an organisation's, which are for many repositories. */
  isShared?: boolean;
}

const knownFields = ['triggers', 'excludes', 'includes', 'report', 'delivery'];

/** Largest file read, in characters; a rules file is a page, not a book. */
const maxLength = 100_000;

/** A section with nothing below its name is one left at its defaults. */
const withoutEmpty = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, section]) => section !== null))
    : (value ?? {});

/** The document's value; aliases that lead nowhere, or nest to stand for gigabytes, show only here. */
function valueOf(document: Document): { value: unknown } | { problems: Problem[] } {
  try {
    return { value: withoutEmpty(document.toJS({ maxAliasCount: 10 })) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const accepts = `accepts at most ten, each after its anchor (${why})`;
    return { problems: [{ field: '(the whole)', got: 'YAML aliases that cannot be resolved', accepts }] };
  }
}

/** A YAML or JSON document's value, or what is wrong with its text. */
export function parseYaml(text: string): { value: unknown } | { problems: Problem[] } {
  if (text.length > maxLength) {
    const got = `${text.length} characters`;
    return { problems: [{ field: '(the whole)', got, accepts: `accepts at most ${maxLength}` }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length === 0) return valueOf(document);
  return {
    problems: document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return { field: `line ${line}, column ${col}`, got: 'text that is not YAML', accepts: error.message };
    }),
  };
}

/** Every problem of a rules file at once, or the rules as they are written and as they mean. */
export async function checkRepositoryFile(
  text: string,
): Promise<{ file: RepositoryFile; written: Record<string, unknown> } | { problems: Problem[] }> {
  const read = parseYaml(text);
  if ('problems' in read) return read;
  const parsed = repositoryFile.safeParse(read.value);
  const ofForm = parsed.success ? [] : problemsOf(parsed.error, read.value, knownFields);
  // What has not the right form is told once.
  const told = new Set(ofForm.map(({ field }) => field));
  const ofMeaning = (await settingProblems(read.value)).filter(({ field }) => !told.has(field));
  const problems = [...ofForm, ...ofMeaning];
  if (problems.length > 0 || !parsed.success) return { problems };
  return { file: parsed.data, written: read.value as Record<string, unknown> };
}

/** Field by field within each section: what the nearer file names replaces what the farther one says of it. */
function overlay(base: Record<string, unknown>, own: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...base };
  for (const [section, fields] of Object.entries(own)) {
    merged[section] = { ...(base[section] as object | null), ...(fields as object | null) };
  }
  return merged;
}

/**
 * The rules in force: none, one file, or an organisation's with a repository's over it.
 * @param texts the farthest first
 * @throws ZenPulseError `repository_file_invalid` with every problem of the first file that has some
 */
export async function readRepositoryFile(texts: readonly RulesText[]): Promise<RepositoryFile> {
  let written: Record<string, unknown> = {};
  for (const { text, source } of texts) {
    const checked = await checkRepositoryFile(text);
    if ('problems' in checked)
      throw new ZenPulseError('repository_file_invalid', { source, problems: checked.problems });
    written = overlay(written, checked.written);
  }
  return repositoryFile.parse(written);
}
