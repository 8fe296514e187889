import { RE2JS } from 're2js';
import { LineCounter, parseDocument } from 'yaml';
import { type Problem, problemsOf } from '../../contract/problems.ts';
import { type RepositoryFile, repositoryFile } from '../../contract/repository-file.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';

const knownFields = ['triggers', 'excludes', 'includes', 'report', 'delivery'];

/** Largest file read, in characters; a rules file is a page, not a book. */
const maxLength = 100_000;

function titlePatternProblems(file: RepositoryFile): Problem[] {
  return file.excludes.titles.flatMap((source, at) => {
    try {
      RE2JS.compile(source);
      return [];
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return [
        {
          field: `excludes.titles[${at}]`,
          got: JSON.stringify(source),
          accepts: `accepts a regular expression in RE2 syntax (${why})`,
        },
      ];
    }
  });
}

/** Every problem of a rules file at once, or the rules. */
export function checkRepositoryFile(text: string): { file: RepositoryFile } | { problems: Problem[] } {
  if (text.length > maxLength) {
    return {
      problems: [
        { field: '(the whole)', got: `${text.length} characters`, accepts: `accepts at most ${maxLength}` },
      ],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return { field: `line ${line}, column ${col}`, got: 'text that is not YAML', accepts: error.message };
      }),
    };
  }
  const value: unknown = document.toJS({ maxAliasCount: 10 }) ?? {};
  const parsed = repositoryFile.safeParse(value);
  if (!parsed.success) return { problems: problemsOf(parsed.error, value, knownFields) };
  const problems = titlePatternProblems(parsed.data);
  return problems.length > 0 ? { problems } : { file: parsed.data };
}

/** @throws ZenPulseError `repository_file_invalid` with every problem, `source` naming where the text is from */
export function readRepositoryFile(text: string, source: string): RepositoryFile {
  const checked = checkRepositoryFile(text);
  if ('problems' in checked)
    throw new ZenPulseError('repository_file_invalid', { source, problems: checked.problems });
  return checked.file;
}
