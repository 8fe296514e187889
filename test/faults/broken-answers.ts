import type { Fault } from '../github/faults/fault.ts';
import { jsonAnswer } from '../github/http/answer.ts';

/** A page of pull requests as a fault may change it. */
export interface PageBody {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: (Record<string, unknown> | null)[];
}

interface AnswerBody {
  data: { repository: { page: PageBody } } & Record<string, unknown>;
  errors?: object[];
}

/** Changes the JSON of GitHub's own answer. */
export const changed = (name: string, change: (body: AnswerBody) => unknown): Fault => ({
  name,
  change: (answer) =>
    jsonAnswer(answer.status, change(JSON.parse(answer.body) as AnswerBody), answer.headers),
});

/** Changes the page of pull requests in an answer. */
export const changedPage = (name: string, change: (page: PageBody) => void): Fault =>
  changed(name, (body) => {
    change(body.data.repository.page);
    return body;
  });

/** An error of GitHub's beside data that is whole. */
export const errorBeside = (error: { type?: string; path?: (string | number)[]; message: string }): Fault =>
  changed(`${error.type ?? 'untyped'} beside the data`, (body) => ({ ...body, errors: [error] }));
