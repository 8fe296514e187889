import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionInputFields, secretInputs } from '../../contract/action-inputs.ts';
import { actionOutputFields } from '../../contract/action-outputs.ts';
import { pulseRequest, pulseRequestFields } from '../../contract/pulse-request.ts';
import { reportBackInputFields, reportBackOutputFields } from '../../contract/report-back-inputs.ts';
import { actionFile, reportBackFile } from '../../scripts/generate/action-file.ts';

interface ActionFile {
  inputs: Record<string, { description: string; required: boolean; default?: unknown }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
}

const action = parse(actionFile()) as ActionFile;

describe('action.yml', () => {
  it('has exactly the inputs and outputs of the contract', () => {
    const inputs = [...Object.keys(pulseRequestFields), ...Object.keys(actionInputFields)];
    expect(Object.keys(action.inputs)).toEqual(inputs);
    expect(Object.keys(action.outputs)).toEqual(Object.keys(actionOutputFields));
  });

  it('describes all of them in text', () => {
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(description).toMatch(/\S.*\.$/);
    }
  });

  it('requires nothing and writes every default as text, as GitHub asks for', () => {
    for (const { required, default: given } of Object.values(action.inputs)) {
      expect(required).toBe(false);
      expect(typeof (given ?? '')).toBe('string');
    }
  });

  it('has defaults that mean the same as a request without them', () => {
    const defaults = Object.entries(action.inputs)
      .filter(([name, { default: given }]) => name in pulseRequestFields && given !== undefined)
      .map(([name, { default: given }]) => [name, given]);
    const request = { ...Object.fromEntries(defaults), repo: 'acme/shop' };
    expect(pulseRequest.parse(request)).toEqual(pulseRequest.parse({ repo: 'acme/shop' }));
  });

  it('writes no secret into a default but the expression for the token of the job', () => {
    const given = [...secretInputs].map((name) => action.inputs[name]?.default);
    expect(given.filter((each) => each !== undefined)).toEqual(['${{ github.token }}']);
  });

  it('runs the bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action/run.js' });
  });
});

describe('action.yml of report-back', () => {
  const reportBack = parse(reportBackFile()) as ActionFile;

  it('has exactly the inputs and outputs of the contract, all described', () => {
    expect(Object.keys(reportBack.inputs)).toEqual(Object.keys(reportBackInputFields));
    expect(Object.keys(reportBack.outputs)).toEqual(Object.keys(reportBackOutputFields));
    for (const { description } of [...Object.values(reportBack.inputs), ...Object.values(reportBack.outputs)])
      expect(description).toMatch(/\S.*\.$/);
  });

  it('takes no one-time token: what stands under "with" is printed before anything can mask it', () => {
    expect(reportBack.inputs).not.toHaveProperty('webhook_token');
  });

  it('runs its own bundle, from its own folder', () => {
    expect(reportBack.runs).toEqual({ using: 'node24', main: '../../dist/report-back/run.js' });
  });
});
