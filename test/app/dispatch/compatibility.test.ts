import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { allowedHostOf, type Expectation, workflowProblems } from '../../../app/dispatch/compatibility.ts';
import { workflowTemplateText } from '../../../app/dispatch/workflow-template.generated.ts';
import { callbackUrl, goodWorkflow } from './dispatch-world.ts';

const path = '.github/workflows/zenpulse.yml';
const expectation: Expectation = { path, callbackUrl, callbackProof: 'oidc', url: null };

const problemsOf = (text: string, more: Partial<Expectation> = {}) =>
  workflowProblems(text, { ...expectation, ...more });
const codes = (text: string, more?: Partial<Expectation>) => problemsOf(text, more).map(({ code }) => code);

type Path = (string | number)[];
const inputs: Path = ['on', 'workflow_dispatch', 'inputs'];
const reportBack: Path = ['jobs', 'report_back'];

/** The good workflow with one value changed, or taken out. */
function changed(at: Path, value?: unknown): string {
  const document = parseDocument(goodWorkflow);
  if (value === undefined) document.deleteIn(at);
  else document.setIn(at, value);
  return document.toString();
}

test('the template with the host filled in has no problem', () => {
  expect(problemsOf(goodWorkflow)).toEqual([]);
  expect(problemsOf(goodWorkflow, { callbackProof: 'token' })).toEqual([]);
});

test('the template as it is names another host', () => {
  expect(codes(workflowTemplateText)).toEqual(['workflow_host_missing']);
});

describe('a workflow is refused', () => {
  test.each([
    ['without workflow_dispatch', changed(['on'], 'push'), ['workflow_not_dispatchable']],
    ['without its inputs', changed(['on'], ['workflow_dispatch']), ['workflow_inputs_missing']],
    ['without one input', changed([...inputs, 'callback_url']), ['workflow_inputs_missing']],
    ['that requires another', changed([...inputs, 'team'], { required: true }), ['workflow_inputs_required']],
    [
      'that requires what is sent only at times',
      changed([...inputs, 'tag_range', 'required'], true),
      ['workflow_inputs_required'],
    ],
    [
      'that does not offer what is sent',
      changed([...inputs, 'analysis_type', 'options'], ['release', 'upcoming']),
      ['workflow_options_missing'],
    ],
    ['whose runs cannot be told apart', changed(['run-name'], 'ZenPulse'), ['workflow_run_name']],
    ['without a run-name', changed(['run-name']), ['workflow_run_name']],
    ['without the action', changed(['jobs', 'do_agents_loop']), ['workflow_action_missing']],
    ['that never calls back', changed(reportBack), ['workflow_reports_nowhere']],
    [
      'whose callback proves nothing',
      changed([...reportBack, 'permissions', 'id-token'], 'read'),
      ['workflow_id_token_missing'],
    ],
    [
      'that calls back nobody',
      changed([...reportBack, 'steps', 0, 'with', 'callback_allowed_hosts']),
      ['workflow_host_missing'],
    ],
    ['that is no YAML', 'on: [\n  :', ['workflow_unreadable']],
    ['that is no workflow', '- 12', ['workflow_unreadable']],
    ['that is empty', '', ['workflow_unreadable']],
    [
      'that multiplies by aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]`,
      ['workflow_unreadable'],
    ],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('with all that is wrong at once, each with its next step', () => {
    const problems = problemsOf('on: workflow_dispatch\njobs: {}\n');

    expect(problems.map(({ code }) => code)).toEqual([
      'workflow_inputs_missing',
      'workflow_run_name',
      'workflow_action_missing',
      'workflow_reports_nowhere',
    ]);
    expect(problems.every(({ next_step }) => next_step.length > 10)).toBe(true);
  });

  test('only for the proof in use: a one-time token needs its input, and no identity', () => {
    const noIdentity = changed([...reportBack, 'permissions'], {});
    const noToken = changed([...inputs, 'webhook_token']);

    expect([codes(noIdentity), codes(noIdentity, { callbackProof: 'token' })]).toEqual([
      ['workflow_id_token_missing'],
      [],
    ]);
    expect([codes(noToken), codes(noToken, { callbackProof: 'token' })]).toEqual([
      [],
      ['workflow_inputs_missing'],
    ]);
  });
});

describe('a workflow is taken', () => {
  const host = [...reportBack, 'steps', 0, 'with', 'callback_allowed_hosts'];

  test('not when its job leaves permissions to the file, which gives none', () => {
    expect(codes(changed([...reportBack, 'permissions']))).toEqual(['workflow_id_token_missing']);
  });

  test.each([
    ['with inputs of its own', changed([...inputs, 'team'], { required: true, default: 'all' })],
    ['that requires what is always sent', changed([...inputs, 'request_id', 'required'], true)],
    ['whose analysis_type is free text', changed([...inputs, 'analysis_type'], { type: 'string' })],
    ['whose hosts only GitHub knows', changed(host, '${{ vars.CALLBACK_HOSTS }}')],
    ['with more hosts', changed(host, 'other.example.com, pulses.acme.example')],
    [
      'that gives every job all permissions',
      changed(['permissions'], 'write-all').replace(/ {4}permissions:\n {6}id-token: write\n/, ''),
    ],
    ['of a fork', goodWorkflow.replaceAll('zenpulse/zenpulse', 'acme/zenpulse')],
    ['of a copy of another name', goodWorkflow.replaceAll('zenpulse/zenpulse', 'acme/pulses')],
    ['whose action lies in the repository', goodWorkflow.replaceAll(/zenpulse\/zenpulse(.*)@.*/g, './own$1')],
  ])('%s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  test('that calls a workflow of the organisation, which cannot be seen from here', () => {
    const text = changed(['jobs'], { all: { uses: 'acme/.github/.github/workflows/zenpulse.yml@main' } });

    expect(problemsOf(text)).toEqual([]);
  });
});

test.each([
  ['https://zenpulse.example.com/done', 'zenpulse.example.com'],
  ['https://zenpulse.example.com:8443/done', 'zenpulse.example.com:8443'],
  ['http://127.0.0.1:3000/done', '127.0.0.1:3000'],
  ['http://receiver.internal/done', 'receiver.internal:80'],
])('%s is allowed by %s', (url, host) => {
  expect(allowedHostOf(url)).toBe(host);
  const text = changed([...reportBack, 'steps', 0, 'with', 'callback_allowed_hosts'], host);
  expect(problemsOf(text, { callbackUrl: url })).toEqual([]);
});

test('nothing of a workflow reaches a message that could not be shown', () => {
  const [problem] = problemsOf('"\u202e##[error] x": [\n');

  expect(problem?.message).not.toMatch(/\u202e|##\[/);
});
