import { parse } from 'yaml';
import { z } from 'zod';
import { actionReference, reportBackReference } from '../../scripts/generate/workflow-template.ts';
import type { WorkflowSource } from '../../scripts/lint-workflows/workflow-sources.ts';

const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const step = z.looseObject({
  id: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: values.default({}),
});

const job = z.looseObject({
  permissions: values.optional(),
  'timeout-minutes': z.number().optional(),
  outputs: values.default({}),
  steps: z.array(step),
});

const dispatchInput = z.looseObject({
  description: z.string(),
  type: z.string(),
  options: z.array(z.string()).optional(),
  default: z.union([z.string(), z.boolean()]).optional(),
});
export type DispatchInput = z.output<typeof dispatchInput>;

const workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: values,
  concurrency: z.strictObject({
    group: z.string(),
    'cancel-in-progress': z.union([z.boolean(), z.string()]),
  }),
  jobs: z.record(z.string(), job),
});
export type Workflow = z.output<typeof workflow>;
export type Job = z.output<typeof job>;
export type Step = z.output<typeof step>;

/** A workflow with what every workflow here must say. */
export const readWorkflow = ({ text }: Pick<WorkflowSource, 'text'>): Workflow => workflow.parse(parse(text));

/** Inputs of the form and of a dispatch, by name. */
export function dispatchInputsOf({ on }: Workflow): Record<string, DispatchInput> {
  const dispatch = z.looseObject({ inputs: z.record(z.string(), dispatchInput).default({}) }).nullish();
  return dispatch.parse(on['workflow_dispatch'])?.inputs ?? {};
}

export const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap(({ steps }) => steps);
export const isOurs = ({ uses }: Step): boolean => uses === actionReference;
export const isReportBack = ({ uses }: Step): boolean => uses === reportBackReference;
