import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionInputFields, actionOutputFields } from '../../contract/action-inputs.ts';
import { pulseRequestFields } from '../../contract/pulse-request.ts';
import { workflowSources } from '../../scripts/lint-workflows/workflow-sources.ts';
import { isOurs, readWorkflow, stepsOf } from './read-workflow.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Every permission to write, and what for. */
const writers: Record<string, string> = {
  'analyse security-events': 'CodeQL hands in what it found',
  'publish contents': 'the recipe that edits a release, in a job that reads only the finished report',
};
/** Pull requests only: nobody waits for the run of an older push. Never on main. */
const mayCancel = ['.github/workflows/dependency-review.yml'];

const sources = (await workflowSources(root)).map((source) => ({
  ...source,
  name: `${source.place}:${source.line}`,
  workflow: readWorkflow(source),
}));
const files = sources.filter(({ isFragment }) => !isFragment);

describe('every workflow that is run or copied', () => {
  it('is found', () => {
    const places = new Set(sources.map(({ place }) => place));
    expect([...places]).toEqual(
      expect.arrayContaining([
        '.github/workflows/ci.yml',
        'templates/workflows/zenpulse.yml',
        'templates/workflows/zenpulse-standalone.yml',
        'README.md',
        'docs/recipes.md',
      ]),
    );
  });

  it.each(sources)('$name gives no permission beyond its need', ({ workflow }) => {
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of Object.entries(workflow.jobs)) {
      expect(job.permissions, name).toBeDefined();
      for (const [scope, access] of Object.entries(job.permissions ?? {})) {
        if (access !== 'read') expect(writers[`${name} ${scope}`], `${name} ${scope}`).toBeDefined();
      }
    }
  });

  it.each(sources)('$name lets no job that reads untrusted text write', ({ workflow }) => {
    for (const job of Object.values(workflow.jobs)) {
      if (!job.steps.some(isOurs)) continue;
      for (const access of Object.values(job.permissions ?? {})) expect(access).toBe('read');
    }
  });

  it.each(sources)('$name pins every action but ours to a commit, with its version', ({ text }) => {
    const references = [...text.matchAll(/uses: ([^\s,}]+)(.*)$/gm)];
    for (const [, reference = '', rest] of references) {
      if (reference.startsWith('zenpulse/zenpulse@')) continue;
      expect(reference).toMatch(/^[\w./-]+@[\da-f]{40}$/);
      expect(rest, reference).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  it.each(sources)('$name names one version of ours', ({ text, workflow }) => {
    const own = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('zenpulse/'));
    expect(own.every(isOurs), text.match(/zenpulse\/zenpulse@\S+/)?.[0]).toBe(true);
  });

  it.each(sources)('$name gives our action only inputs it has', ({ workflow }) => {
    const known = Object.keys({ ...pulseRequestFields, ...actionInputFields });
    const given = stepsOf(workflow)
      .filter(isOurs)
      .flatMap((step) => Object.keys(step.with));
    expect(known).toEqual(expect.arrayContaining(given));
  });

  it.each(sources)('$name asks our action only for outputs it has', ({ text, workflow }) => {
    const ids = stepsOf(workflow).flatMap((step) => (isOurs(step) && step.id ? [step.id] : []));
    for (const [, id = '', output = ''] of text.matchAll(/steps\.(\w+)\.outputs\.(\w+)/g)) {
      if (ids.includes(id)) expect(Object.keys(actionOutputFields)).toContain(output);
    }
  });

  it.each(sources)('$name passes nothing through a shell but variables', ({ workflow }) => {
    for (const { run = '' } of stepsOf(workflow)) expect(run).not.toContain('${{');
  });

  it.each(sources)('$name keeps no credentials after a checkout', ({ workflow }) => {
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const checkout of checkouts) expect(checkout.with['persist-credentials']).toBe(false);
  });

  it.each(files)('$name ends each job in time', ({ workflow }) => {
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
  });

  it.each(files)('$name cancels no run, older pushes to a pull request aside', ({ place, workflow }) => {
    const { group, 'cancel-in-progress': cancels } = workflow.concurrency;
    if (mayCancel.includes(place)) {
      expect(Object.keys(workflow.on)).toEqual(['pull_request']);
      return;
    }
    expect([false, "${{ github.event_name == 'pull_request' }}"]).toContain(cancels);
    if (!place.startsWith('.github/')) expect(cancels).toBe(false);
    // A third run in one group ends the one that waits, so runs that are not alike need groups of their own.
    expect(group).toContain('github.run_id }}');
  });
});
