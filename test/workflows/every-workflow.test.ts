import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionInputFields } from '../../contract/action-inputs.ts';
import { actionOutputFields } from '../../contract/action-outputs.ts';
import { pulseRequestFields } from '../../contract/pulse-request.ts';
import { reportBackInputFields } from '../../contract/report-back-inputs.ts';
import { actionReference, reportBackReference } from '../../scripts/generate/workflow-template.ts';
import { workflowSources } from '../../scripts/lint-workflows/workflow-sources.ts';
import { isOurs, isReportBack, readWorkflow, stepsOf } from './read-workflow.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Every permission to write, and what for. */
const writers: Record<string, string> = {
  'analyse security-events': 'CodeQL hands in what it found',
  'report_back id-token':
    'shows the receiver which run calls back, in a job that reads only the finished report',
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
        'action/report-back/README.md',
      ]),
    );
  });

  it.each(sources)('$name gives no permission beyond its need', ({ workflow }) => {
    expect(workflow.permissions).toEqual({});
    const jobs = Object.entries(workflow.jobs);
    expect(jobs.filter(([, { permissions }]) => permissions === undefined)).toEqual([]);
    const granted = jobs.flatMap(([name, { permissions = {} }]) =>
      Object.entries(permissions).flatMap(([scope, access]) =>
        access === 'read' ? [] : [`${name} ${scope}`],
      ),
    );
    expect(Object.keys(writers)).toEqual(expect.arrayContaining(granted));
  });

  it.each(sources)('$name lets no job that reads untrusted text write', ({ workflow }) => {
    const readers = Object.values(workflow.jobs).filter(({ steps }) => steps.some(isOurs));
    expect(readers.filter(({ steps }) => steps.some(isReportBack))).toEqual([]);
    const access = readers.flatMap(({ permissions = {} }) => Object.values(permissions));
    expect(access.filter((each) => each !== 'read')).toEqual([]);
  });

  it.each(sources)('$name pins every action but ours to a commit, with its version', ({ text }) => {
    const others = [...text.matchAll(/uses: ((?!zenpulse\/zenpulse(?:\/action\/report-back)?@)[^\n]*)/g)].map(
      ([, use = '']) => use,
    );
    expect(others.filter((use) => !/^[\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([]);
  });

  it.each(sources)('$name names the one version of ours', ({ text }) => {
    const references = [...text.matchAll(/zenpulse\/zenpulse[^\s,}]*@[^\s,}]+/g)].map(
      ([reference]) => reference,
    );
    const known = [actionReference, reportBackReference];
    expect(references.filter((reference) => !known.includes(reference))).toEqual([]);
  });

  it.each(sources)('$name gives our action only inputs it has', ({ workflow }) => {
    const known = Object.keys({ ...pulseRequestFields, ...actionInputFields });
    const given = stepsOf(workflow)
      .filter(isOurs)
      .flatMap((step) => Object.keys(step.with));
    expect(known).toEqual(expect.arrayContaining(given));
  });

  it.each(sources)('$name gives the one that reports back only inputs it has', ({ workflow }) => {
    const given = stepsOf(workflow)
      .filter(isReportBack)
      .flatMap((step) => Object.keys(step.with));
    expect(Object.keys(reportBackInputFields)).toEqual(expect.arrayContaining(given));
  });

  it.each(sources)('$name shows no one-time token in a log', ({ text }) => {
    // What stands under "with" is in the log before the action can mask it.
    expect(text).not.toContain('inputs.webhook_token');
  });

  it.each(sources)('$name asks our action only for outputs it has', ({ text, workflow }) => {
    const ids = stepsOf(workflow).flatMap((step) => (isOurs(step) && step.id ? [step.id] : []));
    const asked = [...text.matchAll(/steps\.(\w+)\.outputs\.(\w+)/g)].flatMap(([, id = '', output = '']) =>
      ids.includes(id) ? [output] : [],
    );
    expect(Object.keys(actionOutputFields)).toEqual(expect.arrayContaining(asked));
  });

  it.each(sources)('$name passes nothing through a shell but variables', ({ workflow }) => {
    expect(stepsOf(workflow).filter(({ run = '' }) => run.includes('${{'))).toEqual([]);
  });

  it.each(sources)('$name keeps no credentials after a checkout', ({ workflow }) => {
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((checkout) => checkout.with['persist-credentials'] !== false)).toEqual([]);
  });

  it.each(files)('$name ends each job in time', ({ workflow }) => {
    const minutes = Object.values(workflow.jobs).map((job) => job['timeout-minutes'] ?? Infinity);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(30);
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
