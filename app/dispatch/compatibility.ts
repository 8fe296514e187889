import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { judgeDestination } from '../../delivery/guard/judge-destination.ts';
import type { Problem } from '../store/tables.ts';
import { dispatchInputs } from './dispatch-inputs.ts';
import { problem, problemOf } from './problem-of.ts';
import { readWorkflowFile, type WorkflowFile, type WorkflowJob, type WorkflowStep } from './workflow-file.ts';

/** How a callback proves where it comes from. */
export type CallbackProof = 'oidc' | 'token';

/** What the App expects of a workflow. */
export interface Expectation {
  /** `.github/workflows/zenpulse.yml`. */
  path: string;
  callbackUrl: string;
  callbackProof: CallbackProof;
  /** Page that shows the file; null where there is none. */
  url: string | null;
}

/** Names of all inputs a dispatch may have. */
const sentInputs = (proof: CallbackProof): readonly string[] => [
  ...Object.keys(dispatchInputs.shape),
  ...(proof === 'token' ? ['webhook_token'] : []),
];

/** The App asks for no upcoming ones. */
const sentTypes = ['shipped', 'release'];

/** What is only known on GitHub. */
const isExpression = (text: string) => text.includes('${{');

function inputProblems({ inputs }: WorkflowFile, { path, url, callbackProof }: Expectation): Problem[] {
  if (inputs === null) return [problem('workflow_not_dispatchable', { path }, url)];
  const sent = sentInputs(callbackProof);
  const missing = sent.filter((name) => !inputs.has(name));
  const isDemanded = (name: string) => {
    const input = inputs.get(name);
    return input?.required === true && (input.default === undefined || input.default === null);
  };
  // Not every dispatch has every input: what is only sometimes sent may not be required either.
  const always = ['repo', 'analysis_type', 'callback_url', 'request_id'];
  const required = [...inputs.keys()].filter((name) => !always.includes(name) && isDemanded(name));
  const analysisType = inputs.get('analysis_type');
  const offered = analysisType?.type === 'choice' ? (analysisType.options ?? []) : sentTypes;
  const options = sentTypes.filter((each) => !offered.includes(each));
  return [
    ...(missing.length > 0 ? [problem('workflow_inputs_missing', { path, inputs: missing }, url)] : []),
    ...(required.length > 0 ? [problem('workflow_inputs_required', { path, inputs: required }, url)] : []),
    ...(options.length > 0
      ? [problem('workflow_options_missing', { path, input: 'analysis_type', options }, url)]
      : []),
  ];
}

const stepsOf = ({ jobs }: WorkflowFile) =>
  [...jobs].flatMap(([name, job]) => (job.steps ?? []).map((step) => ({ name, job, step })));

/** A workflow called as a whole, or an action of the repository's own: what is inside cannot be seen from here. */
const isOpaque = ({ jobs }: WorkflowFile) =>
  [...jobs.values()].some(
    ({ uses, steps }) => uses !== undefined || steps?.some((step) => step.uses?.startsWith('./')),
  );

/** By its name, in whichever repository a copy of it lives. */
const isPulse = ({ uses, with: given }: WorkflowStep) =>
  /(?:^|\/)zenpulse@/.test(uses ?? '') || (uses !== undefined && given?.['analysis_type'] !== undefined);

const mayIdentify = ({ permissions }: WorkflowJob, whole: WorkflowFile['permissions']): boolean => {
  const own = permissions ?? whole;
  return typeof own === 'string' ? own === 'write-all' : own?.['id-token'] === 'write';
};

const hostsOf = ({ with: given }: WorkflowStep): string =>
  String(given?.['callback_allowed_hosts'] ?? '').trim();

/** Why a step does not call the App back; null when it does, or when only GitHub knows. */
function hostProblem(step: WorkflowStep, { path, url, callbackUrl }: Expectation): Problem | null {
  const hosts = hostsOf(step);
  if (isExpression(hosts)) return null;
  try {
    judgeDestination(
      callbackUrl,
      hosts.split(/[\s,]+/).filter((host) => host !== ''),
    );
    return null;
  } catch (error) {
    if (!(error instanceof ZenPulseError) || error.code !== 'destination_refused') throw error;
    const { why } = error.data as { why: string };
    return problem('workflow_host_missing', { path, why, host: allowedHostOf(callbackUrl) }, url);
  }
}

/** How `callback_allowed_hosts` names an address: with its port where that, or the scheme, is not https's own. */
export function allowedHostOf(address: string): string {
  const { protocol, hostname, host, port } = new URL(address);
  if (protocol === 'https:') return host;
  return `${hostname}:${port || 80}`;
}

function jobProblems(file: WorkflowFile, expectation: Expectation): Problem[] {
  const { path, url, callbackProof } = expectation;
  const all = stepsOf(file);
  const reporting = all.filter(({ step }) => step.uses !== undefined && step.with?.['callback_url']);
  const isHidden = isOpaque(file);
  return [
    ...(isHidden || all.some(({ step }) => isPulse(step))
      ? []
      : [problem('workflow_action_missing', { path }, url)]),
    ...(isHidden || reporting.length > 0 ? [] : [problem('workflow_reports_nowhere', { path }, url)]),
    ...reporting.flatMap(({ name, job, step }) => {
      const host = hostProblem(step, expectation);
      const isProven = callbackProof === 'token' || mayIdentify(job, file.permissions);
      return [
        ...(isProven ? [] : [problem('workflow_id_token_missing', { path, job: name }, url)]),
        ...(host ? [host] : []),
      ];
    }),
  ];
}

/**
 * What keeps a workflow from doing what the App dispatches it for: inputs that GitHub would refuse, a run that could not
 * be found again, a callback that would never arrive. Empty when nothing does.
 */
export function workflowProblems(text: string, expectation: Expectation): Problem[] {
  const { path, url } = expectation;
  const read = readWorkflowFile(text);
  if ('why' in read)
    return [problemOf(new ZenPulseError('workflow_unreadable', { path, cause: read.why }), url)];
  const { file } = read;
  return [
    ...inputProblems(file, expectation),
    ...(/inputs\.request_id\b/.test(file.runName) ? [] : [problem('workflow_run_name', { path }, url)]),
    ...jobProblems(file, expectation),
  ];
}
