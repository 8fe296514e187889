import { githubError } from './github-error.ts';

export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** What an item is sorted by, the most important part first. It is all a cursor holds. */
export type SortKey = readonly (string | number)[];

export interface Order<Item> {
  keyOf: (item: Item, place: number) => SortKey;
  /** Default false. */
  isDescending?: boolean;
}

const largestPage = 100;

/**
 * A page of a GraphQL connection. A cursor holds the sort key of its item, not a place: an item whose key changes
 * during a walk (`updatedAt`) jumps, and the walk goes on behind the old key. So it is missed by a walk that has
 * passed its new place, or, should the key go the other way, seen twice; on GitHub it is the same.
 *
 * @param field name of the field, for errors in GitHub's words
 * @param nodeOf made for the items of the page only
 * @throws GraphQLError for a page without a size, or with one over 100
 */
export function connection<Item>(
  field: string,
  items: readonly Item[],
  args: PageArguments,
  nodeOf: (item: Item) => object,
  order: Order<Item> = { keyOf: (_, place) => [place] },
) {
  const size = sizeOf(field, args);
  const sign = order.isDescending === true ? -1 : 1;
  const sorted = items
    .map((item, place) => ({ item, key: order.keyOf(item, place) }))
    .sort((a, b) => sign * compareKeys(a.key, b.key));
  const after = args.after ? readCursor(args.after) : undefined;
  const before = args.before ? readCursor(args.before) : undefined;
  const from = after ? sorted.filter(({ key }) => sign * compareKeys(key, after) <= 0).length : 0;
  const to = before ? sorted.filter(({ key }) => sign * compareKeys(key, before) < 0).length : sorted.length;
  const start = size.isLast ? Math.max(from, to - size.count) : from;
  const end = size.isLast ? to : Math.min(to, from + size.count);
  const edges = sorted.slice(start, end).map(({ item, key }) => ({
    cursor: writeCursor(key),
    node: nodeOf(item),
  }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: end < sorted.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function sizeOf(field: string, { first, last }: PageArguments): { count: number; isLast: boolean } {
  const isLast = typeof first !== 'number';
  const count = isLast ? last : first;
  if (typeof count !== 'number') {
    throw githubError(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`,
    );
  }
  const name = isLast ? 'last' : 'first';
  if (count > largestPage) {
    throw githubError(
      'EXCESSIVE_PAGINATION',
      `Requesting ${count} records on the \`${field}\` connection exceeds the \`${name}\` limit of ${largestPage} records.`,
    );
  }
  if (count < 0) {
    throw githubError(
      'INVALID_PAGINATION',
      `\`${name}\` on the \`${field}\` connection cannot be less than zero.`,
    );
  }
  return { count, isLast };
}

function compareKeys(a: SortKey, b: SortKey): number {
  for (const [place, mine] of a.entries()) {
    const theirs = b[place];
    if (theirs === undefined || mine === theirs) continue;
    return mine < theirs ? -1 : 1;
  }
  return 0;
}

const prefix = 'cursor:v2:';

function writeCursor(key: SortKey): string {
  return Buffer.from(prefix + JSON.stringify(key)).toString('base64');
}

function readCursor(cursor: string): SortKey {
  const text = Buffer.from(cursor, 'base64').toString();
  if (!text.startsWith(prefix)) {
    throw githubError('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`);
  }
  return JSON.parse(text.slice(prefix.length)) as SortKey;
}
