import { describe, expect, test } from 'vitest';
import { apis } from '../action/agent/model/ask-scripted.ts';
import { calls } from '../model/scripted-reply.ts';
import { faultyRun, submits } from './faulty-model.ts';

const read = (given: string | Record<string, unknown>, name = 'read_pull_request') => ({
  name,
  arguments: given,
});

describe.each(apis)('L7, over %s', (api) => {
  test.each([
    ['an unknown tool', read({ path: '/etc/passwd' }, 'read_file'), 'unknown_tool: '],
    ['half a JSON', read('{"key": "#1'), 'bad_arguments: '],
    ['a field of its own', read({ key: '#1', what: 'summary', owner: 'evil' }), 'bad_arguments: '],
    ['a pull request that is not there', read({ key: '#99', what: 'summary' }), 'out_of_scope: '],
    ['one that is left out', read({ key: '#3', what: 'diff' }), 'out_of_scope: '],
    ['one of another repository', read({ key: 'evil/other#1', what: 'diff' }), 'out_of_scope: '],
    ['a commit that is no direct push', read({ commit: 'abcdef1234567' }, 'read_commit'), 'out_of_scope: '],
  ])('%s is answered with a typed error, and not executed', async (_, call, code) => {
    const run = await faultyRun([calls([call]), submits()], { api });

    expect(run.lookedUp).toEqual([]);
    expect(run.sent[1]).toContain(code);
    expect(run.sent.join()).not.toContain('competitor');
    expect(run.report.degraded).toBeNull();
  });

  test('a direct push of the list can be read, by the id it is listed with', async () => {
    const run = await faultyRun(
      (request, at) => {
        const id = /([0-9a-f]{10})\\tpush\\t/.exec(JSON.stringify(request.body))?.[1] ?? '';
        return at === 0 ? calls([read({ commit: id }, 'read_commit')]) : submits();
      },
      { api },
    );

    expect(run.lookedUp).toEqual([`commit ${run.result.manifest.direct_pushes[0]?.commit}`]);
    expect(run.sent[1]).toContain('Fix a typo');
  });
});
