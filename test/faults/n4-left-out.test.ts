import { expect, test } from 'vitest';
import { pulse, type PulseResult } from '../../action/pulse.ts';
import { pulseRequest } from '../../contract/pulse-request.ts';
import { startedHistory } from '../action/sources/git/read-story.ts';
import { onGitHub } from '../action/sources/github/hub-story.ts';
import { pulseOver } from '../action/sources/github/pulse-over-hub.ts';
import { openPull } from '../github/state/open-pull.ts';
import { updatePull } from '../github/state/update-pull.ts';
import { calls } from '../model/scripted-reply.ts';
import { faultyRun, submits } from './faulty-model.ts';

const embargoed = /initech|embargoed/i;

/** #3 came to `develop`; #1, the merge of that branch, lists it, and so does a direct push. */
function releaseTrain() {
  const history = startedHistory();
  history.branch('develop');
  history.checkout('develop');
  history.squash(3, 'feat: the merger with Initech', {
    body: 'Embargoed until Friday.',
    files: { 'embargoed.txt': 'embargoed\n' },
  });
  history.checkout('main');
  history.mergePull(1, 'Release train', {
    branch: 'develop',
    body: 'Brings:\n\n* the merger with Initech (#3)',
  });
  history.squash(2, 'fix: round totals');
  history.commit('Write the changelog', { body: '- The merger with Initech (#3)' });
  history.tag('v1.1.0');
  return history;
}

const readsAll = calls(
  ['summary', 'commits', 'files', 'diff'].map((what) => ({
    name: 'read_pull_request',
    arguments: { key: '#1', what },
  })),
);

test.each([
  ['a tag window', { date_range: undefined, tag_range: 'v1.0.0..v1.1.0' }],
  ['a date window, which does not count it', {}],
])(
  'N4: an excluded pull request inside an included one reaches no model and no output, in %s',
  async (_, request) => {
    const run = await faultyRun(
      (asked, at) => {
        const push = /([0-9a-f]{10})\\tpush\\t/.exec(JSON.stringify(asked.body))?.[1] ?? '';
        if (at === 0) return readsAll;
        if (at === 1) return calls([{ name: 'read_commit', arguments: { commit: push } }]);
        return submits();
      },
      { history: releaseTrain(), request },
    );

    expect(run.sent.join('\n')).not.toMatch(embargoed);
    expect(run.sent.join('\n')).toContain('Release train');
    expect(run.report.degraded).toBeNull();
    // A private artifact may name what a window counted and a rule left out, and only in its manifest.
    const { 'manifest.json': _manifest, ...outputs } = run.outputs;
    expect(Object.values(outputs).join('\n')).not.toMatch(embargoed);
  },
);

test('N4: a model that knows an excluded title all the same is refused, and the trace does not keep it', async () => {
  const leaking = { headline: 'The Merger with Initech is here', summary: 'Plain.', sections: [] };
  const run = await faultyRun([submits(leaking), submits(leaking)], {
    history: releaseTrain(),
    request: { date_range: undefined, tag_range: 'v1.0.0..v1.1.0' },
  });

  expect(run.report.degraded).toContain('holds the title of a change that is left out');
  expect(`${run.report.headline} ${run.outputs['trace.jsonl']}`).not.toMatch(embargoed);
});

test('N4: however a title, a label or an author is written, what a rule leaves out is out of a public run', async () => {
  const history = startedHistory();
  history.squash(1, '\u200bembargoed: layoffs');
  history.squash(2, 'fix: round totals');
  history.squash(3, 'ｅｍｂａｒｇｏｅｄ: plans');
  history.squash(4, 'Bump initech-sdk');
  const { github, source } = await onGitHub(history);
  updatePull(github.state, 'acme/shop', 4, { author: 'dependabot[bot]' });
  openPull(github.state, 'acme/shop', { number: 9, title: 'embargoed: even more', labels: ['next'] });
  const result = await pulseOver(
    [source],
    { analysis_type: 'upcoming' },
    {
      isPublic: true,
      rules: {
        source: 'rules',
        text: "excludes: { titles: ['^embar[g]oed:'], authors: [app/dependabot] }\nreport: { upcoming: { labels: [next] } }\n",
      },
    },
  );

  expect(result.results.included_pull_requests).toEqual(['acme/shop#2']);
  expect(result.manifest.open_pull_requests).toEqual([]);
  expect(outputsOf(result)).not.toMatch(embargoed);
});

test('N4: a display name leaves out nobody who has a login', async () => {
  const history = startedHistory();
  history.squash(1, 'fix: round totals', {
    author: 'dependabot[bot] <1+mallory@users.noreply.github.com>',
  });
  const { source } = await onGitHub(history);
  const request = pulseRequest.parse({ repo: ['acme/shop'], date_range: '2026-11-01..2026-11-30' });
  const result = await pulse(request, {
    sources: [source],
    clock: () => new Date('2026-12-01T00:00:00Z'),
    loadWriters: async () => [],
    rules: { source: 'rules', text: 'excludes: { authors: [dependabot] }\n' },
    requestId: 'request',
    pipelineRunId: 'run-1',
    tool: { name: 'zenpulse', version: '0.0.0', runtime: 'test' },
  });

  expect(result.results.included_pull_requests).toEqual(['acme/shop#1']);
});

const outputsOf = ({ files, results }: PulseResult) =>
  [...files.map(({ content }) => content), JSON.stringify(results)].join('\n');
