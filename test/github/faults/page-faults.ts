import type { Answer } from '../http/answer.ts';
import type { Fault } from './fault.ts';

/** G9. Something happens to GitHub's data just before the request is answered, such as between two pages. */
export function changesBefore(change: () => void): Fault {
  return { name: 'data changed', before: change };
}

/** G9. The page says that it is the last: REST loses `next`, GraphQL says `hasNextPage: false` everywhere. */
export function dropsNext(): Fault {
  return {
    name: 'next dropped',
    change: (answer) => {
      const links = answer.headers['link']?.split(', ').filter((link) => !link.includes('rel="next"'));
      const changed = changeJson(answer, (value) =>
        isPageInfo(value) ? { ...value, hasNextPage: false } : value,
      );
      const { link: _, ...headers } = answer.headers;
      return { ...changed, headers: links?.length ? { ...headers, link: links.join(', ') } : headers };
    },
  };
}

/** G9. The items of the page are lost, its counts and cursors are not. */
export function losesItems(): Fault {
  return { name: 'items lost', change: (answer) => changeItems(answer, () => []) };
}

/** G9. Every item of the page comes twice. */
export function duplicatesItems(): Fault {
  return {
    name: 'items duplicated',
    change: (answer) => changeItems(answer, (items) => [...items, ...items]),
  };
}

/** Lists of a page: `nodes` and `edges` in GraphQL; in REST the whole body, or `commits` of a comparison. */
const listNames = new Set(['nodes', 'edges', 'items', 'commits', 'workflow_runs']);

function changeItems(answer: Answer, change: (items: readonly unknown[]) => readonly unknown[]): Answer {
  const body: unknown = JSON.parse(answer.body);
  if (Array.isArray(body)) return { ...answer, body: JSON.stringify(change(body)) };
  return changeJson(answer, (value) =>
    Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        listNames.has(name) && Array.isArray(each) ? change(each) : each,
      ]),
    ),
  );
}

const isPageInfo = (value: object): boolean => 'hasNextPage' in value;

/** Changes every object of a JSON body, the inner ones first. */
function changeJson(answer: Answer, change: (value: object) => object): Answer {
  const body = JSON.parse(answer.body, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? change(value) : value,
  ) as unknown;
  return { ...answer, body: JSON.stringify(body) };
}
