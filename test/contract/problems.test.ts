import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatProblem, problemsOf } from '../../contract/problems.ts';
import { pulseRequest, pulseRequestFields } from '../../contract/pulse-request.ts';
import { repositoryFile } from '../../contract/repository-file.ts';

/** What a person reads of everything wrong with a request. */
function refused(given: unknown): string[] {
  const parsed = pulseRequest.safeParse(given);
  return parsed.success
    ? []
    : problemsOf(parsed.error, given, Object.keys(pulseRequestFields)).map(formatProblem);
}

const request = (fields: Record<string, unknown>) => ({ repo: 'acme/shop', ...fields });

test.each<[Record<string, unknown>, string]>([
  [{ date_range: '7 days' }, 'date_range: got "7 days"; accepts 7d, 2w or 36h;'],
  [{ date_range: 7 }, 'date_range: got 7; accepts 7d, 2w or 36h;'],
  [{ tag_range: 'v1...v2' }, 'tag_range: got "v1...v2"; accepts v1.2.0..v1.3.0, one tag'],
  [{ tag_range: '--upload-pack=x' }, 'tag_range: got "--upload-pack=x"; accepts v1.2.0..v1.3.0, one tag'],
  [{ base_branch: '-x' }, 'base_branch: got "-x"; accepts a branch name, such as main or release/1.x'],
  [{ base_branch: 'a..b' }, 'base_branch: got "a..b"; accepts a branch name'],
  [{ analysis_type: 'all' }, 'analysis_type: got "all"; accepts shipped, release, upcoming'],
  [{ ignored_prs: '12,x' }, 'ignored_prs: got "12,x"; accepts 12, #12 or owner/name#12'],
  [{ ignored_prs: '0' }, 'ignored_prs: got "0"; accepts 12, #12 or owner/name#12'],
  [{ trigger_prs: ['12', 'acme/shop'] }, 'trigger_prs[1]: got "acme/shop"; accepts 12, #12 or owner/name#12'],
  [{ max_iterations: 11 }, 'max_iterations: got 11; accepts a whole number from 1 to 10'],
  [{ max_iterations: '3.5' }, 'max_iterations: got "3.5"; accepts a whole number from 1 to 10'],
  [{ max_tokens: 'many' }, 'max_tokens: got "many"; accepts a whole number from 1000 to 10000000'],
  [{ dry_run: 'yes' }, 'dry_run: got "yes"; accepts true or false'],
  [{ llm_api: 'rest' }, 'llm_api: got "rest"; accepts auto, chat, responses'],
  [{ callback_url: 'ftp://x' }, 'callback_url: got "ftp://x"; accepts an http or https URL'],
  [{ request_id: 'a b' }, 'request_id: got "a b"; accepts 1 to 128 letters, digits and _ . : -'],
  [{ tone: '' }, 'tone: got ""; accepts 1 to 200 characters of text'],
  [{ repo: [] }, 'repo: got []; accepts at least one repository'],
  [
    { branch: 'main' },
    'branch: got an unknown field; accepts only known fields: repo, base_branch, date_range',
  ],
  [{ date_range: '7d', tag_range: 'v1..v2' }, 'date_range: got "7d"; accepts a value only without tag_range'],
  [
    { analysis_type: 'release', date_range: '7d' },
    'date_range: got "7d"; accepts no value when analysis_type is release',
  ],
  [
    { analysis_type: 'upcoming', tag_range: 'v1' },
    'tag_range: got "v1"; accepts no value when analysis_type is upcoming',
  ],
])('%j names the field, what it got and what it accepts', (fields, problem) => {
  expect(refused(request(fields))).toEqual([expect.stringContaining(problem)]);
});

test('every problem is named at once', () => {
  const problems = refused(request({ date_range: 'x', max_iterations: 0, colour: 'red' }));

  expect(new Set(problems.map((each) => each.split(':')[0]))).toEqual(
    new Set(['colour', 'date_range', 'max_iterations']),
  );
});

test('a secret is not repeated', () => {
  expect(refused(request({ webhook_token: 'x'.repeat(600) }))).toEqual([
    'webhook_token: got (a secret, not shown); accepts 1 to 512 characters of text',
  ]);
});

test('a long value is cut, and says how long it was', () => {
  expect(refused(request({ base_branch: `a..${'b'.repeat(1000)}` }))[0]).toMatch(
    /^base_branch: got "a\.\.b{70,90}… \(\d+ characters\); /,
  );
});

test('a list on the wire may be one string or several lines', () => {
  const { ignored_prs, repo } = pulseRequest.parse({
    repo: 'acme/shop\nacme/billing',
    ignored_prs: ' 12 ,#13,\n14,',
  });

  expect([repo, ignored_prs]).toEqual([
    ['acme/shop', 'acme/billing'],
    ['12', '#13', '14'],
  ]);
});

test('nested fields of a rules file are named by their path', () => {
  const given = {
    triggers: { schedule: { cron: 'daily' } },
    report: { sections: [{ title: 'A' }] },
    deliver: {},
  };
  const parsed = repositoryFile.safeParse(given);

  expect(
    problemsOf(parsed.error!, given)
      .map(({ field }) => field)
      .toSorted(),
  ).toEqual(['deliver', 'report.sections[0].labels', 'triggers.schedule.cron']);
});

test('whatever comes in, it is a request or a list of problems that each have all three parts', () => {
  const fields = fc.dictionary(
    fc.oneof(fc.constantFrom(...Object.keys(pulseRequestFields)), fc.string({ minLength: 1 })),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string())),
    { maxKeys: 5 },
  );
  fc.assert(
    fc.property(fc.oneof(fields, fc.constantFrom(null, 1, 'x', true, [])), (given) => {
      const parsed = pulseRequest.safeParse(given);
      if (parsed.success) return true;
      const problems = problemsOf(parsed.error, given, Object.keys(pulseRequestFields));
      return problems.length > 0 && problems.every(({ field, got, accepts }) => field && got && accepts);
    }),
    { numRuns: 1000 },
  );
});
