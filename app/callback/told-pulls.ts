import type { Message } from '../pulses/end-pulse.ts';
import type { Db } from '../store/store.ts';

/** The pull requests that a report tells of. */
export interface ToldPulls {
  /** Numbers of the message's own repository, in the one order in which their rows are locked. */
  own: number[];
  /** Keys of other repositories: for readers, never for the ledger, which knows numbers of one repository only. */
  others: string[];
}

/** Largest number that the tables hold; no pull request has a larger one. */
const maxNumber = 2_147_483_647;

/**
 * Tells a report's keys apart by repository.
 * @param names every `owner/name` that its own repository may go by there; GitHub ignores their case
 */
export function toldPulls(keys: readonly string[], names: readonly string[]): ToldPulls {
  const ownNames = new Set(names.map((name) => name.toLowerCase()));
  const own = new Set<number>();
  const others: string[] = [];
  for (const key of keys) {
    const [name = '', digits] = key.split('#');
    const number = Number(digits);
    if (ownNames.has(name.toLowerCase()) && number <= maxNumber) own.add(number);
    else others.push(key);
  }
  return { own: [...own].toSorted((a, b) => a - b), others };
}

/** Names of a message's repository: the present one, and those its runs were started with before a rename. */
export async function namesOf(
  db: Db,
  { id, repository_id, inputs }: Pick<Message, 'id' | 'repository_id' | 'inputs'>,
): Promise<string[]> {
  const repository = await db
    .selectFrom('repositories')
    .select('full_name')
    .where('id', '=', repository_id)
    .executeTakeFirst();
  const dispatches = await db
    .selectFrom('dispatches')
    .select('repo')
    .where('message_id', '=', id)
    .where('repo', 'is not', null)
    .execute();
  const names = [repository?.full_name, inputs.repo, ...dispatches.map(({ repo }) => repo)];
  return names.filter((name) => typeof name === 'string');
}
