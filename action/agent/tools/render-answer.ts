import { z } from 'zod';
import { withoutComments } from '../../../contract/reading/without-comments.ts';
import { cleanTitle } from './clean-text.ts';

/** What the model asked to read. */
export type Reading = 'summary' | 'files' | 'commits' | 'diff' | 'commit';

const login = z.object({ login: z.string().optional(), name: z.string().optional() });
const count = z.int().optional();
const pull = z.object({
  title: z.string(),
  body: z.string().nullish(),
  user: login.nullish(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string() })])).nullish(),
  base: z.object({ ref: z.string() }).nullish(),
  merged_at: z.string().nullish(),
  additions: count,
  deletions: count,
  changed_files: count,
});
const file = z.object({
  filename: z.string(),
  status: z.string().optional(),
  additions: count,
  deletions: count,
  patch: z.string().optional(),
});
const inner = z.object({ message: z.string(), author: login.nullish() });
const listedCommit = z.object({
  sha: z.string(),
  message: z.string().optional(),
  commit: inner.optional(),
  author: login.nullish(),
});
const commit = listedCommit.extend({ files: z.array(file).nullish() });

const line = (name: string, value: string | null | undefined) =>
  value ? [`${name}: ${cleanTitle(value)}`] : [];
const whoOf = (...found: (z.output<typeof login> | null | undefined)[]) =>
  found.flatMap((each) => each?.login ?? each?.name ?? [])[0];
const indented = (text: string) => text.trim().replaceAll(/^/gm, '  ');
const sizeOf = ({
  additions,
  deletions,
}: {
  additions?: number | undefined;
  deletions?: number | undefined;
}) => `+${additions ?? 0} -${deletions ?? 0}`;

const pullText = pull.transform((found) =>
  [
    ...line('title', found.title),
    ...line('author', whoOf(found.user)),
    ...line('merged', found.merged_at),
    ...line('base', found.base?.ref),
    ...line(
      'labels',
      found.labels?.map((label) => (typeof label === 'string' ? label : label.name)).join(', '),
    ),
    ...(found.changed_files === undefined ? [] : [`size: ${sizeOf(found)} in ${found.changed_files} files`]),
    ...(found.body ? ['body:', indented(withoutComments(found.body))] : []),
  ].join('\n'),
);

const fileLine = (found: z.output<typeof file>) =>
  `${sizeOf(found)} ${cleanTitle(found.filename)}${found.status && found.status !== 'modified' ? ` (${cleanTitle(found.status)})` : ''}`;

const filesText = z.array(file).transform((files) => files.map(fileLine).join('\n'));

const messageOf = ({ message, commit: told }: z.output<typeof listedCommit>) =>
  told?.message ?? message ?? '';

const commitsText = z
  .array(listedCommit)
  .transform((commits) =>
    commits.map((each) => `${cleanTitle(each.sha).slice(0, 12)}:\n${indented(messageOf(each))}`).join('\n'),
  );

const commitText = commit.transform((found) => {
  const files = found.files ?? [];
  const patches = files.flatMap(({ filename, patch }) =>
    patch === undefined ? [] : [`diff ${cleanTitle(filename)}`, patch],
  );
  return [
    ...line('commit', found.sha),
    ...line('author', whoOf(found.author, found.commit?.author)),
    'message:',
    indented(messageOf(found)),
    ...(files.length > 0 ? [`files: ${files.length}`, ...files.map(fileLine)] : []),
    ...patches,
  ].join('\n');
});

const renderers = { summary: pullText, files: filesText, commits: commitsText, commit: commitText };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/**
 * What a report can use of an answer, the same from every server and without its addresses and ids; an answer of an
 * unknown form stays as it is. Not yet safe: see `cleanLines`.
 */
export function renderAnswer(reading: Reading, [first = '', ...others]: readonly string[]): string {
  const told = reading === 'diff' ? undefined : renderers[reading].safeParse(parseJson(first));
  return [told?.success ? told.data : first, ...others].join('\n');
}
