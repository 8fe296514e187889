export interface WorkflowInput {
  required: boolean;
  default: string | null;
}

export interface Workflow {
  id: number;
  /** `.github/workflows/zenpulse.yml`. */
  path: string;
  name: string;
  /** Text of `run-name`; inputs in it are filled in. Null: the name. */
  runName: string | null;
  /** Inputs of `workflow_dispatch`; null when it is not among the triggers. */
  inputs: ReadonlyMap<string, WorkflowInput> | null;
}

export interface WorkflowRun {
  id: number;
  workflow: Workflow;
  runNumber: number;
  attempt: number;
  event: string;
  /** Branch or tag it runs on, and the commit that named. */
  ref: string;
  headOid: string;
  displayTitle: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: 'success' | 'failure' | 'cancelled' | null;
  inputs: Readonly<Record<string, string>>;
  actor: string;
  createdAt: string;
  updatedAt: string;
}
