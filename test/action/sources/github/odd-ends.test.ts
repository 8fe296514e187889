import { expect, test } from 'vitest';
import type { Fault } from '../../../github/faults/fault.ts';
import { pushes, startedHistory, tags } from '../git/read-story.ts';
import { onGitHub } from './hub-story.ts';
import { pulseOver, read } from './pulse-over-hub.ts';

const replacing = (pattern: RegExp, text: string): Fault => ({
  name: `answers ${text}`,
  change: (answer) => ({ ...answer, body: answer.body.replaceAll(pattern, text) }),
});

async function shop() {
  const history = startedHistory();
  history.commit('Fix a typo', { at: '2026-11-05T09:00:00Z' });
  history.tag('v1.1.0');
  return onGitHub(history);
}

test('a tag that leads to a folder is an error that says so', async () => {
  const { github, source } = await shop();
  github.faults.inject({
    match: { operation: 'TagWindow' },
    fault: replacing(/("v1.1.0","target":\{"__typename":)"Commit"/g, '$1"Tree"'),
  });

  await expect(read(source, tags('v1.0.0..v1.1.0'))).rejects.toMatchObject({
    code: 'tag_without_commit',
    data: { tag: 'v1.1.0', repository: 'acme/shop', kind: 'tree' },
  });
});

test.each(['3170843-11-07T09:46:39Z', '+010000-01-01T00:00:00Z', ''])(
  'a commit that GitHub dates %j is reported, and a notice names it',
  async (date) => {
    const { github, source, repo } = await shop();
    const fault = replacing(/2026-11-05T09:00:00Z/g, date);
    for (const match of [{ operation: 'TagWindow' }, { path: /compare/ }])
      github.faults.inject({ match, fault });
    const reading = await read(source, tags('v1.0.0..v1.1.0'));
    const sha = await repo.git('rev-parse', 'main');

    expect([pushes(reading), reading.changes[0]?.at, reading.timeframe.end]).toEqual([
      ['Fix a typo'],
      '1970-01-01T00:00:00Z',
      '1970-01-01T00:00:00Z',
    ]);
    expect(reading.notices).toEqual([
      {
        code: 'commit_date_unknown',
        text: `The date of ${sha.slice(0, 10)} is none that a calendar holds; 1 January 1970 stands for it.`,
      },
    ]);
  },
);

test('a whole report is made over a commit whose date no calendar holds', async () => {
  const { github, source } = await shop();
  const fault = replacing(/2026-11-05T09:00:00Z/g, '3170843-11-07T09:46:39Z');
  for (const match of [{ operation: 'TagWindow' }, { path: /compare/ }])
    github.faults.inject({ match, fault });

  expect((await pulseOver([source], { tag_range: 'v1.0.0..v1.1.0' })).status).toBe('completed');
});
