import { z } from 'zod';
import type { WorkflowRun } from './github-port.ts';

/** Octokit reads numbers too large for JavaScript as bigint. */
const id = z.union([z.number(), z.bigint()]).transform(String);
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const repositoryShape = z
  .object({ id, full_name: z.string(), default_branch: z.string() })
  .transform(({ full_name, default_branch, ...rest }) => ({
    ...rest,
    fullName: full_name,
    defaultBranch: default_branch,
  }));

/** A file; a folder is a list, a link or a submodule has no text. */
export const contentShape = z.union([
  z.object({ type: z.literal('file'), encoding: z.string(), content: z.string() }),
  z.object({ type: z.string() }),
  z.array(z.unknown()),
]);

export const runShape = z
  .object({
    id,
    html_url: z.string(),
    run_attempt: z.int().positive().default(1),
    status: z.string().nullable(),
    conclusion: z.string().nullable(),
    display_title: z.string(),
    created_at: instant,
    updated_at: instant,
  })
  .transform((answer) => ({
    title: answer.display_title,
    createdAt: answer.created_at,
    run: {
      id: answer.id,
      url: answer.html_url,
      attempt: answer.run_attempt,
      status: answer.status ?? 'unknown',
      conclusion: answer.conclusion,
      updatedAt: answer.updated_at,
    } satisfies WorkflowRun,
  }));

export const runsShape = z.object({ workflow_runs: z.array(runShape) });

/** A dispatch's answer, where it has a body. */
export const startedShape = z.object({ workflow_run_id: id, html_url: z.string() });

/** A ref or an annotated tag: what it points to. */
export const pointerShape = z.object({ object: z.object({ type: z.string(), sha: z.string() }) });

export const branchShape = z.object({ name: z.string() });

export const tagsShape = z.array(z.object({ name: z.string(), commit: z.object({ sha: z.string() }) }));

export const pullsShape = z.array(
  z.object({
    number: z.int().positive(),
    title: z.string(),
    base: z.object({ ref: z.string() }),
    user: z.object({ login: z.string() }).nullable(),
    labels: z.array(z.object({ name: z.string() })),
    merged_at: instant.nullable(),
    updated_at: instant,
  }),
);

export const deliveriesShape = z.array(
  z
    .object({ id, guid: z.string(), delivered_at: instant, status_code: z.int() })
    .transform(({ delivered_at, status_code, ...rest }) => ({
      ...rest,
      deliveredAt: delivered_at,
      statusCode: status_code,
    })),
);
