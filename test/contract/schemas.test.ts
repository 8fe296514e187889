import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type BoundaryName,
  boundaries,
  boundaryNames,
  jsonSchemaOf,
} from '../../scripts/generate/json-schemas.ts';
import { fieldsOf } from '../../scripts/generate/schema-fields.ts';
import { boundarySamples } from './boundary-samples.ts';
import { spoil } from './spoil.ts';

// Both formats are only hints: instants carry a pattern too, and what a URL may be is zod's to say.
const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  allErrors: true,
  formats: { 'date-time': true, uri: true },
});
const validators = new Map(boundaryNames.map((name) => [name, ajv.compile(jsonSchemaOf(name))]));
const schemaFindings = (name: BoundaryName, value: unknown) => {
  const validate = validators.get(name);
  return validate?.(value) === true ? [] : (validate?.errors ?? ['no schema']);
};
const schemaAccepts = (name: BoundaryName, value: unknown) => schemaFindings(name, value).length === 0;
const zodAccepts = (name: BoundaryName, value: unknown) => boundaries[name].schema.safeParse(value).success;

/** Where the input is text that zod takes apart further, the JSON Schema may accept more than zod. */
const takenApart: readonly BoundaryName[] = ['pulse-request'];
const exact = boundaryNames.filter((name) => !takenApart.includes(name));

let samples: Awaited<ReturnType<typeof boundarySamples>>;
beforeAll(async () => {
  samples = await boundarySamples();
});

describe('the JSON Schema of each boundary', () => {
  it.each(boundaryNames)('%s accepts what ZenPulse writes or takes, as zod does', (name) => {
    expect(samples[name]).not.toHaveLength(0);
    for (const sample of samples[name]) {
      expect(boundaries[name].schema.safeParse(sample).error).toBeUndefined();
      expect(schemaFindings(name, sample)).toEqual([]);
    }
  });

  it.each(exact)('%s agrees with zod on every sample with one thing changed', (name) => {
    const spoilt = samples[name].flatMap((sample) => [...spoil(sample)]);
    const refused = spoilt.filter(({ value }) => !zodAccepts(name, value));
    expect(refused.length).toBeGreaterThan(spoilt.length / 2);
    const disagreements = spoilt.filter(
      ({ value }) => schemaAccepts(name, value) !== zodAccepts(name, value),
    );
    expect(disagreements.map(({ where }) => where)).toEqual([]);
  });

  it.each(takenApart)('%s accepts whatever zod accepts', (name) => {
    const accepted = samples[name]
      .flatMap((sample) => [...spoil(sample)])
      .filter(({ value }) => zodAccepts(name, value));
    expect(accepted.filter(({ value }) => !schemaAccepts(name, value))).toEqual([]);
  });

  it.each([
    ['no repository', {}],
    ['an unknown field', { repo: 'acme/shop', days: 7 }],
    ['an unknown analysis type', { repo: 'acme/shop', analysis_type: 'weekly' }],
    ['too many iterations', { repo: 'acme/shop', max_iterations: 11 }],
    ['half a token', { repo: 'acme/shop', max_tokens: 1000.5 }],
    ['a branch that is an option', { repo: 'acme/shop', base_branch: '--upload-pack=x' }],
    ['a request id with a space', { repo: 'acme/shop', request_id: 'a b' }],
    ['a dry run that is neither true nor false', { repo: 'acme/shop', dry_run: 'maybe' }],
  ])('refuses a pulse request with %s, as zod does', (_, request) => {
    expect(zodAccepts('pulse-request', request)).toBe(false);
    expect(schemaAccepts('pulse-request', request)).toBe(false);
  });

  it.each(boundaryNames)('%s has an address and the version of the contract in it', (name) => {
    expect(jsonSchemaOf(name).$id).toBe(`https://zenpulse.dev/schemas/v1/${name}.json`);
  });

  it.each(boundaryNames)('%s describes every field', (name) => {
    const silent = fieldsOf(jsonSchemaOf(name)).filter(({ description }) => description === '');
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});
