import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { readInputs } from '../../action/read-inputs.ts';
import { actionInputFields } from '../../contract/action-inputs.ts';
import { type PulseRequestField, pulseRequestFields } from '../../contract/pulse-request.ts';
import { dispatchInputsOf, isOurs, isReportBack, readWorkflow, stepsOf } from './read-workflow.ts';

const folder = path.resolve(import.meta.dirname, '../../templates/workflows');
const read = async (name: string) => {
  const text = await readFile(path.join(folder, name), 'utf8');
  const workflow = readWorkflow({ text });
  const [ours, reportBack] = [isOurs, isReportBack].map((is) => stepsOf(workflow).find(is)!);
  return { text, workflow, inputs: dispatchInputsOf(workflow), ours: ours!, reportBack: reportBack! };
};
const dispatched = await read('zenpulse.yml');
const standalone = await read('zenpulse-standalone.yml');
const both = [
  { name: 'zenpulse.yml', ...dispatched },
  { name: 'zenpulse-standalone.yml', ...standalone },
];

/** GitHub's limit for `workflow_dispatch`. */
const maxInputs = 25;
const contractFields = Object.keys(pulseRequestFields) as PulseRequestField[];

const notByHand: Partial<Record<PulseRequestField, string>> = {
  repo: 'other repositories need another token; there is a recipe for it',
  custom_prompt: 'needs a model, which the workflow file sets up',
  llm_model: 'the workflow file chooses the model, beside its key',
  llm_api: 'goes with the model',
  max_iterations: 'goes with the model',
  max_tokens: 'goes with the model',
  trigger_prs: 'only a trigger knows them',
  callback_url: 'nobody waits for an answer',
  webhook_token: 'goes with callback_url',
  request_id: 'nobody looks the run up by it',
};

describe('the template for dispatched runs', () => {
  it('starts only when it is dispatched', () => {
    expect(Object.keys(dispatched.workflow.on)).toEqual(['workflow_dispatch']);
  });

  it('has the fields of the pulse request as inputs, all of them and nothing else', () => {
    expect(Object.keys(dispatched.inputs)).toEqual(contractFields);
  });

  it('hands each on, but for those of the job that calls back', () => {
    expect(Object.keys(dispatched.ours.with)).toEqual(
      contractFields.filter((name) => name !== 'webhook_token' && name !== 'callback_url'),
    );
  });

  it('calls back with the identity of the run, to a host that a dispatch cannot choose', () => {
    expect(dispatched.workflow.jobs['report_back']?.permissions).toEqual({ 'id-token': 'write' });
    expect(dispatched.reportBack.with).toMatchObject({
      callback_url: '${{ inputs.callback_url }}',
      request_id: '${{ inputs.request_id }}',
      callback_allowed_hosts: expect.not.stringContaining('${{'),
    });
  });

  it('posts nothing itself and knows no secret', () => {
    expect(Object.keys(dispatched.reportBack.with).filter((name) => name.startsWith('slack'))).toEqual([]);
    expect(dispatched.text).not.toContain('secrets.');
  });

  it('carries the request id in its name and in its concurrency group', () => {
    expect(dispatched.workflow['run-name']).toContain('${{ inputs.request_id ');
    expect(dispatched.workflow.concurrency.group).toBe('zenpulse-${{ inputs.request_id || github.run_id }}');
  });
});

describe('the template without an App', () => {
  it('starts on a schedule, for a published release and by hand', () => {
    expect(standalone.workflow.on).toMatchObject({
      schedule: [{ cron: expect.stringMatching(/^\S+( \S+){4}$/) }],
      release: { types: ['published'] },
    });
    expect(standalone.workflow.on).toHaveProperty('workflow_dispatch');
  });

  it('offers every field of the pulse request, save those with a reason', () => {
    const offered = contractFields.filter((name) => !(name in notByHand));
    expect(Object.keys(standalone.inputs)).toEqual(offered);
    expect(Object.keys(standalone.ours.with)).toEqual(offered);
  });
});

describe('the job that posts without an App', () => {
  it('has the secret of Slack, no permission and no callback', () => {
    expect(standalone.workflow.jobs['report_back']?.permissions).toEqual({});
    expect(standalone.reportBack.with).toMatchObject({
      slack_webhook_url: '${{ secrets.ZENPULSE_SLACK_WEBHOOK_URL }}',
    });
    expect(standalone.reportBack.with).not.toHaveProperty('callback_url');
    expect(standalone.text.match(/secrets\./g)).toHaveLength(1);
  });
});

describe.each(both)('$name', ({ text, workflow, inputs, ours, reportBack }) => {
  it('has no more inputs than GitHub takes', () => {
    expect(Object.keys(inputs).length).toBeLessThanOrEqual(maxInputs);
  });

  it('leaves to the workflow file what a dispatch must not say', () => {
    for (const name of Object.keys(actionInputFields)) expect(inputs).not.toHaveProperty(name);
    expect(JSON.stringify(workflow.jobs['do_agents_loop'])).not.toContain('secrets.');
  });

  it('describes each input as the contract does', () => {
    for (const [name, { description }] of Object.entries(inputs)) {
      expect(description).toBe(pulseRequestFields[name as PulseRequestField].description);
    }
  });

  it('offers only values that the contract takes', () => {
    for (const [name, input] of Object.entries(inputs)) {
      const field: z.ZodType = pulseRequestFields[name as PulseRequestField];
      for (const value of [
        ...(input.options ?? []),
        ...(input.default === undefined ? [] : [input.default]),
      ]) {
        expect(field.safeParse(value).success, `${name}: ${value}`).toBe(true);
      }
    }
  });

  it('reads only inputs that are declared', () => {
    for (const [, name = ''] of text.matchAll(/\binputs\.(\w+)/g)) expect(inputs).toHaveProperty(name);
  });

  it('is a request with every default left as it is', () => {
    const variables = Object.keys(ours.with).map((name) => {
      const { default: value = '' } = inputs[name] ?? {};
      return [`INPUT_${name.toUpperCase()}`, String(value)];
    });
    const given = { ...Object.fromEntries(variables), INPUT_REPO: 'acme/shop' };
    expect(readInputs(given).request).toEqual(readInputs({ INPUT_REPO: 'acme/shop' }).request);
  });

  it('has two jobs, the first of which reads and can do nothing else', () => {
    expect(Object.keys(workflow.jobs)).toEqual(['do_agents_loop', 'report_back']);
    expect(workflow.jobs['do_agents_loop']?.permissions).toEqual({
      contents: 'read',
      'pull-requests': 'read',
    });
  });

  it('reports back also when the first job failed, with all that it handed on', () => {
    expect(workflow.jobs['report_back']).toMatchObject({
      needs: 'do_agents_loop',
      if: '${{ !cancelled() }}',
    });
    const handed = Object.entries(reportBack.with).filter(([, value]) => String(value).includes('needs.'));
    expect(Object.fromEntries(handed)).toEqual({
      payload: '${{ needs.do_agents_loop.outputs.payload }}',
      job_result: '${{ needs.do_agents_loop.result }}',
      artifact_id: '${{ needs.do_agents_loop.outputs.artifact_id }}',
      artifact_digest: '${{ needs.do_agents_loop.outputs.artifact_digest }}',
    });
  });

  it('hands on how it went and where the artifact is, but no text', () => {
    expect(Object.keys(workflow.jobs['do_agents_loop']?.outputs ?? {})).toEqual(
      expect.arrayContaining([
        'payload',
        'status',
        'artifact_id',
        'artifact_digest',
        'pipeline_run_id',
        'metrics',
      ]),
    );
    expect(workflow.jobs['do_agents_loop']?.outputs).not.toHaveProperty('summary_message');
  });
});
