import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Change } from '../source.ts';
import { commitFiles, pathsOfPullsAnswer } from './answers.ts';
import { inParallel } from './in-parallel.ts';
import { pathsOfPulls } from './queries/paths-of-pulls.graphql.ts';
import { type RepositoryContext, requireRepository } from './repository-context.ts';

const pullsPerRequest = 25;

/** Changed paths by pull request number; requests go on until each list is whole. */
async function readBatch({ client, owner, name, key }: RepositoryContext, numbers: readonly number[]) {
  const paths = new Map<number, string[]>(numbers.map((number) => [number, []]));
  let open = numbers.map((number) => ({ number, after: null as string | null }));
  while (open.length > 0) {
    let taken: typeof open = [];
    const { data, errors } = await client.graphql((failures) => {
      taken = open.slice(0, Math.max(1, open.length >> failures));
      return { document: pathsOfPulls(taken), variables: { owner, name } };
    }, pathsOfPullsAnswer);
    const repository = requireRepository(key, data.repository, errors);
    const further = taken.flatMap(({ number }) => {
      const files = repository[`p${number}`]?.files;
      if (!files?.nodes) {
        throw new ZenPulseError('github_bad_answer', {
          what: `the files of ${key}#${number}`,
          why: 'there are none',
        });
      }
      paths.get(number)?.push(...files.nodes.flatMap((file) => file?.path ?? []));
      return files.pageInfo.hasNextPage ? [{ number, after: files.pageInfo.endCursor }] : [];
    });
    open = [...open.slice(taken.length), ...further];
  }
  return paths;
}

async function commitPaths({ client, owner, name }: RepositoryContext, sha: string): Promise<string[]> {
  const { files } = await client.rest(
    'GET /repos/{owner}/{repo}/commits/{ref}',
    { owner, repo: name, ref: sha },
    commitFiles,
  );
  return (files ?? []).flatMap(({ filename, previous_filename: before }) =>
    before ? [before, filename] : [filename],
  );
}

/** Changed paths of each change, in the order given; read only where a path rule asks for them. */
export async function readChangedPaths(
  context: RepositoryContext,
  changes: readonly Change[],
): Promise<string[][]> {
  const numbers = changes.flatMap(({ number }) => number ?? []);
  const batches = Array.from({ length: Math.ceil(numbers.length / pullsPerRequest) }, (_, at) =>
    numbers.slice(at * pullsPerRequest, (at + 1) * pullsPerRequest),
  );
  const pulls = new Map(
    (await inParallel(batches, (batch) => readBatch(context, batch))).flatMap((read) => [...read]),
  );
  return inParallel(changes, async ({ number, commit }) => {
    if (number !== null) return pulls.get(number) ?? [];
    return commit === null ? [] : commitPaths(context, commit);
  });
}
