import { RestError } from './rest-error.ts';
import type { RestRequest } from './route.ts';

export interface RestPage<Item> {
  items: readonly Item[];
  headers: Readonly<Record<string, string>>;
  page: number;
}

/** A page of a REST list, with its `Link` header. More than 100 a page is cut to 100 without a word. */
export function paginate<Item>(request: RestRequest, all: readonly Item[], perPage = 30): RestPage<Item> {
  const page = positive(request, 'page', 1);
  const size = Math.min(100, positive(request, 'per_page', perPage));
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (number: number, name: string) => {
    const query = new URLSearchParams(request.query);
    query.set('page', String(number));
    return `<${request.apiUrl}${request.path}?${query.toString()}>; rel="${name}"`;
  };
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
    page,
  };
}

function positive({ query }: RestRequest, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value)) throw new RestError(422, `Invalid request.\n\n"${name}" must be an integer.`);
  return value < 1 ? otherwise : value;
}
