import { z } from 'zod';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import type { ToolCall, ToolSpec } from '../model/model-port.ts';
import type { Reading } from './render-answer.ts';
import type { NeededTool } from './server-shape.ts';
import type { ToolScope } from './tool-scope.ts';

/** A call that may be made: everything in it comes from the manifest. */
export interface PlannedCall {
  /** The same for two calls that ask the same. */
  id: string;
  reading: Reading;
  /** Key of the repository that is read. */
  repository: string;
  /** Null for a commit. */
  number: number | null;
  tool: NeededTool;
  input: Record<string, unknown>;
}

export type RefusalCode = 'unknown_tool' | 'bad_arguments' | 'out_of_scope';
export interface Refusal {
  code: RefusalCode;
  why: string;
}

const methods = { summary: 'get', files: 'get_files', commits: 'get_commits', diff: 'get_diff' } as const;

const pullInput = z.strictObject({
  key: z.string().describe('Id of a pull request of the list, exactly as given'),
  what: z.enum(['summary', 'files', 'commits', 'diff']).describe('summary: description, size, labels'),
});
const commitInput = z.strictObject({ commit: z.string().describe('SHA of a direct push of the list') });

const perPage = 100;
/** Arguments are a key or a SHA; whatever is longer is none. */
const mostArguments = 2_000;

function specOf(name: string, description: string, input: z.ZodType): ToolSpec {
  const { $schema: _, ...parameters } = z.toJSONSchema(input);
  return { name, description, parameters };
}

const pullSpec = specOf('read_pull_request', 'Reads more about one pull request of the list.', pullInput);
const commitSpec = specOf(
  'read_commit',
  'Reads message and diff of one direct push of the list.',
  commitInput,
);

/** The tools there is something to read with. */
export const specsFor = ({ pulls, commits }: ToolScope): ToolSpec[] => [
  ...(pulls.length > 0 ? [pullSpec] : []),
  ...(commits.length > 0 ? [commitSpec] : []),
];

const refuse = (code: RefusalCode, why: string): { refusal: Refusal } => ({ refusal: { code, why } });

/** What is not included and what does not exist are told in the same words: the model is not to learn of either. */
const outOfScope = (what: string) => refuse('out_of_scope', `That is not ${what} of the list.`);

function argumentsOf<Input>(
  written: string,
  schema: z.ZodType<Input>,
): { input: Input } | { refusal: Refusal } {
  if (written.length > mostArguments) return refuse('bad_arguments', 'The arguments are too long.');
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse('bad_arguments', 'The arguments are not JSON.');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { input: parsed.data };
  const why = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'arguments'}: ${message}`);
  return refuse('bad_arguments', visibleText(why.join('; ')).slice(0, 300));
}

function planPull(written: string, scope: ToolScope): PlannedCall | { refusal: Refusal } {
  const read = argumentsOf(written, pullInput);
  if ('refusal' in read) return read;
  const { key, what } = read.input;
  const target = scope.findPull(key);
  if (!target) return outOfScope('a pull request');
  const { owner, repo, number: pullNumber } = target;
  const method = methods[what];
  const page = what === 'files' || what === 'commits' ? { perPage } : {};
  return {
    id: `${target.key} ${what}`,
    reading: what,
    repository: `${owner}/${repo}`,
    number: pullNumber,
    tool: 'pull_request_read',
    input: { method, owner, repo, pullNumber, ...page },
  };
}

function planCommit(written: string, scope: ToolScope): PlannedCall | { refusal: Refusal } {
  const read = argumentsOf(written, commitInput);
  if ('refusal' in read) return read;
  const target = scope.findCommit(read.input.commit);
  if (!target) return outOfScope('a direct push');
  const { owner, repo, sha } = target;
  return {
    id: `${owner}/${repo}@${sha}`,
    reading: 'commit',
    repository: `${owner}/${repo}`,
    number: null,
    tool: 'get_commit',
    input: { owner, repo, sha, detail: 'full_patch', perPage },
  };
}

/** What a model's call comes to: a call of a server's tool, or why there is none. */
export function planCall(
  { name, arguments: written }: ToolCall,
  scope: ToolScope,
): PlannedCall | { refusal: Refusal } {
  const known = specsFor(scope).map((spec) => spec.name);
  if (!known.includes(name)) {
    return refuse('unknown_tool', `There is no such tool. Tools: ${known.join(', ') || 'none'}.`);
  }
  return name === pullSpec.name ? planPull(written, scope) : planCommit(written, scope);
}
