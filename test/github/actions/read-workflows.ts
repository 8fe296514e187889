import { parse } from 'yaml';
import { numberOf } from '../state/digest.ts';
import { findCommit } from '../state/find-revision.ts';
import { commitOf, nameWithOwner, type Repository } from '../state/repository.ts';
import type { Workflow, WorkflowInput } from '../state/workflow.ts';

interface WorkflowFile {
  name?: string;
  'run-name'?: string;
  on?: string | string[] | { workflow_dispatch?: { inputs?: Record<string, DeclaredInput | null> } | null };
}

interface DeclaredInput {
  required?: boolean;
  default?: unknown;
}

/** A workflow by its file name or its id, as the file says at a branch, tag or commit. */
export function findWorkflow(repository: Repository, fileOrId: string, ref = 'HEAD'): Workflow | undefined {
  const oid = findCommit(repository, ref);
  if (oid === undefined) return undefined;
  for (const [path, text] of commitOf(repository, oid).tree) {
    if (!/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) continue;
    const id = numberOf('workflow', nameWithOwner(repository), path);
    if (path.endsWith(`/${fileOrId}`) || String(id) === fileOrId)
      return { id, path, ...readFile(text, path) };
  }
  return undefined;
}

function readFile(text: string, path: string): Omit<Workflow, 'id' | 'path'> {
  const file = parse(text) as WorkflowFile;
  return { name: file.name ?? path, runName: file['run-name'] ?? null, inputs: dispatchInputs(file.on) };
}

function dispatchInputs(on: WorkflowFile['on']): Workflow['inputs'] {
  if (typeof on === 'string') return on === 'workflow_dispatch' ? new Map() : null;
  if (Array.isArray(on)) return on.includes('workflow_dispatch') ? new Map() : null;
  if (on === undefined || !('workflow_dispatch' in on)) return null;
  const declared = Object.entries(on.workflow_dispatch?.inputs ?? {});
  return new Map(
    declared.map(([name, input]): [string, WorkflowInput] => [
      name,
      { required: input?.required === true, default: defaultOf(input?.default) },
    ]),
  );
}

const defaultOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
