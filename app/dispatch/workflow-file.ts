import { parse } from 'yaml';
import { z } from 'zod';
import { visibleText } from '../../contract/reading/visible-text.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const declaredInput = z
  .looseObject({
    required: z.boolean().optional(),
    default: z.unknown().optional(),
    type: z.string().optional(),
    options: z.array(scalar).optional(),
  })
  .nullable();

const dispatchTrigger = z.looseObject({ inputs: z.record(z.string(), declaredInput).nullish() }).nullable();

const permissions = z
  .union([z.string(), z.record(z.string(), z.string())])
  .nullish()
  .transform((value) => value ?? null);

const step = z.looseObject({
  uses: z.string().optional(),
  with: z.record(z.string(), z.union([scalar, z.null()])).nullish(),
});

const job = z.looseObject({
  uses: z.string().optional(),
  permissions,
  steps: z.array(step).nullish(),
});

const workflowFile = z.looseObject({
  'run-name': z.string().nullish(),
  on: z.union([
    z.string(),
    z.array(z.string()),
    z.looseObject({ workflow_dispatch: dispatchTrigger.optional() }),
  ]),
  permissions,
  jobs: z.record(z.string(), job),
});

export type DeclaredInput = z.output<typeof declaredInput>;
export type WorkflowStep = z.output<typeof step>;
export type WorkflowJob = z.output<typeof job>;

/** A workflow as far as the App has to know it. */
export interface WorkflowFile {
  runName: string;
  /** Inputs of workflow_dispatch; null when it is not among the triggers. */
  inputs: ReadonlyMap<string, DeclaredInput> | null;
  permissions: z.output<typeof permissions>;
  jobs: ReadonlyMap<string, WorkflowJob>;
}

function inputsOf(on: z.output<typeof workflowFile>['on']): WorkflowFile['inputs'] {
  if (typeof on === 'string') return on === 'workflow_dispatch' ? new Map() : null;
  if (Array.isArray(on)) return on.includes('workflow_dispatch') ? new Map() : null;
  const { workflow_dispatch: trigger } = on;
  return trigger === undefined ? null : new Map(Object.entries(trigger?.inputs ?? {}));
}

/** Reads a workflow's text. @returns why it cannot be read, in one line, where it cannot */
export function readWorkflowFile(text: string): { file: WorkflowFile } | { why: string } {
  let value: unknown;
  try {
    // Aliases that multiply into millions of nodes are refused by the parser.
    value = parse(text, { maxAliasCount: 100 });
  } catch (error) {
    const [first = ''] = error instanceof Error ? error.message.split('\n') : [String(error)];
    return { why: visibleText(first).slice(0, 200).replace(/[.:]$/, '') };
  }
  const parsed = workflowFile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { why: visibleText(`${issue?.path.join('.') || 'the whole'} is not what a workflow has there`) };
  }
  const { on, jobs, permissions: given, 'run-name': runName } = parsed.data;
  return {
    file: {
      runName: runName ?? '',
      inputs: inputsOf(on),
      permissions: given,
      jobs: new Map(Object.entries(jobs)),
    },
  };
}
