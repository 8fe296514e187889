import { type Document, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Problem, problemsOf } from '../contract/problems.ts';
import { type RepositoryFile, repositoryFile } from '../contract/repository-file.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';
import { globMatcher, type Matches, regexMatcher } from './linear-pattern.ts';

/** Rules as text, and where they come from. */
export interface RulesText {
  text: string;
  source: string;
}

const knownFields = ['triggers', 'excludes', 'includes', 'report', 'delivery'];

/** Largest file read, in characters; a rules file is a page, not a book. */
const maxLength = 100_000;

/** The lists of patterns in a file that may be wrong elsewhere. */
const patterns = z.array(z.string()).optional().catch(undefined);
const patternLists = z.object({
  excludes: z.object({ titles: patterns, paths: patterns }).optional().catch(undefined),
  includes: z.object({ paths: patterns }).optional().catch(undefined),
  report: z.object({ tags: patterns }).optional().catch(undefined),
});

function patternProblems(
  field: string,
  given: readonly string[] | undefined,
  compile: (pattern: string) => Matches,
) {
  return (given ?? []).flatMap((pattern, at): Problem[] => {
    try {
      compile(pattern);
      return [];
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return [
        { field: `${field}[${at}]`, got: JSON.stringify(pattern), accepts: `accepts RE2 syntax (${why})` },
      ];
    }
  });
}

function allPatternProblems(value: unknown): Problem[] {
  const lists = patternLists.safeParse(value).data;
  const glob = (pattern: string) => globMatcher([pattern]);
  return [
    ...patternProblems('excludes.titles', lists?.excludes?.titles, regexMatcher),
    ...patternProblems('excludes.paths', lists?.excludes?.paths, glob),
    ...patternProblems('includes.paths', lists?.includes?.paths, glob),
    ...patternProblems('report.tags', lists?.report?.tags, glob),
  ];
}

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
export function checkRepositoryFile(
  text: string,
): { file: RepositoryFile; written: Record<string, unknown> } | { problems: Problem[] } {
  const read = parseYaml(text);
  if ('problems' in read) return read;
  const parsed = repositoryFile.safeParse(read.value);
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error, read.value, knownFields)),
    ...allPatternProblems(read.value),
  ];
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
export function readRepositoryFile(texts: readonly RulesText[]): RepositoryFile {
  let written: Record<string, unknown> = {};
  for (const { text, source } of texts) {
    const checked = checkRepositoryFile(text);
    if ('problems' in checked)
      throw new ZenPulseError('repository_file_invalid', { source, problems: checked.problems });
    written = overlay(written, checked.written);
  }
  return repositoryFile.parse(written);
}
