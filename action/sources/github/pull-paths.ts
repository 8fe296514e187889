import type { PathSubject } from '../source.ts';
import { type ChangedFile, changedFiles, commitFiles, pathsOfPullsAnswer } from './path-answers.ts';
import { inParallel } from '../in-parallel.ts';
import { nextCursor } from './next-cursor.ts';
import { type AskedPaths, pathsOfPulls } from './queries/paths-of-pulls.graphql.ts';
import { type RepositoryContext, requireRepository } from './repository-context.ts';

const pullsPerRequest = 25;
const filesPerPage = 100;
/** GitHub lists no more files of a pull request or a commit. */
const mostFiles = 3_000;

/** What is known of a pull request's files so far; null when a rename, or a gap, asks for another way. */
type Paths = string[] | null;

/** Changed paths by pull request number; requests go on until each list is whole. */
async function readBatch({ client, owner, name, key }: RepositoryContext, numbers: readonly number[]) {
  const paths = new Map<number, Paths>(numbers.map((number) => [number, []]));
  let open: AskedPaths[] = numbers.map((number) => ({ number, after: null }));
  while (open.length > 0) {
    let taken: typeof open = [];
    const { data, errors } = await client.graphql((failures) => {
      taken = open.slice(0, Math.max(1, open.length >> failures));
      return { document: pathsOfPulls(taken), variables: { owner, name } };
    }, pathsOfPullsAnswer);
    const repository = requireRepository(key, data.repository, errors);
    const further = taken.flatMap(({ number, after }): AskedPaths[] => {
      const files = repository[`p${number}`]?.files;
      const found = (files?.nodes ?? []).filter((file) => file !== null);
      const isWhole = files?.nodes?.length === found.length;
      if (!isWhole || found.some(({ changeType }) => changeType === 'RENAMED')) {
        paths.set(number, null);
        return [];
      }
      const known = [...(paths.get(number) ?? []), ...found.map(({ path }) => path)];
      const next = nextCursor(files.pageInfo, after);
      paths.set(number, next === null && known.length < files.totalCount ? null : known);
      return next === null ? [] : [{ number, after: next }];
    });
    open = [...open.slice(taken.length), ...further];
  }
  return paths;
}

const bothPaths = ({ filename, previous_filename: before }: ChangedFile) =>
  before ? [before, filename] : [filename];

/** All files of a list that REST gives in pages; none when there are more than GitHub lists: a part decides nothing. */
async function allPaths(readPage: (page: number) => Promise<readonly ChangedFile[]>): Promise<string[]> {
  const found: ChangedFile[] = [];
  for (let page = 1; found.length < mostFiles; page += 1) {
    const files = await readPage(page);
    found.push(...files);
    if (files.length < filesPerPage) return found.flatMap(bothPaths);
  }
  return [];
}

const pullPaths = ({ client, owner, name }: RepositoryContext, number: number) =>
  allPaths((page) =>
    client.rest(
      'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
      { owner, repo: name, pull_number: number, per_page: filesPerPage, page },
      changedFiles,
    ),
  );

const commitPaths = ({ client, owner, name }: RepositoryContext, sha: string) =>
  allPaths(async (page) => {
    const { files } = await client.rest(
      'GET /repos/{owner}/{repo}/commits/{ref}',
      { owner, repo: name, ref: sha, per_page: filesPerPage, page },
      commitFiles,
    );
    return files ?? [];
  });

/**
 * Changed paths of each change, in the order given, both sides of a rename; read only where a path rule asks for
 * them. Pull requests go 25 to a request; one that renames files is read again over REST, as direct pushes are.
 */
export async function readChangedPaths(
  context: RepositoryContext,
  changes: readonly PathSubject[],
): Promise<string[][]> {
  const numbers = changes.flatMap(({ number }) => number ?? []);
  const batches = Array.from({ length: Math.ceil(numbers.length / pullsPerRequest) }, (_, at) =>
    numbers.slice(at * pullsPerRequest, (at + 1) * pullsPerRequest),
  );
  const read = await inParallel(batches, (batch) => readBatch(context, batch));
  const pulls = new Map(read.flatMap((paths) => [...paths]));
  return inParallel(changes, async ({ number, commit }) => {
    if (number !== null) return pulls.get(number) ?? pullPaths(context, number);
    return commit === null ? [] : commitPaths(context, commit);
  });
}
