import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createToolBox, toolLimits, type ToolLimits } from '../../../../action/agent/tools/tool-policy.ts';
import type { ServerAnswer } from '../../../../action/agent/tools/tool-server.ts';
import { hasHiddenCodePoints } from '../../../../contract/reading/visible-text.ts';
import { scriptedServer, texts } from '../../../mcp/scripted-server.ts';
import { hostileText } from '../../../support/hostile-text.ts';
import { manifestOf } from '../../../support/manifest-of.ts';

const push = 'ab'.repeat(20);
const manifest = manifestOf([
  { title: 'feat: gifts', number: 12 },
  { title: 'chore: secret', number: 13, excluded: { code: 'label', detail: 'internal' } },
  { title: 'Fix a typo', number: null, commit: push },
  { title: 'Hide this', number: null, commit: 'cd'.repeat(20), excluded: { code: 'title', detail: 'Hide' } },
]);

function boxOver(
  answer: Parameters<typeof scriptedServer>[0] = () => texts('fine'),
  limits: Partial<ToolLimits> = {},
) {
  const { server, asked } = scriptedServer(answer);
  const box = createToolBox(manifest, server, { ...toolLimits, ...limits });
  let id = 0;
  const raw = (name: string, written: string, signal = new AbortController().signal) =>
    box.call({ id: String(++id), name, arguments: written }, signal);
  const read = (key: string, what = 'summary') => raw('read_pull_request', JSON.stringify({ key, what }));
  return { box, asked, raw, read };
}

const diff = async (answer: ServerAnswer, limits: Partial<ToolLimits> = {}) =>
  boxOver(() => answer, limits).read('acme/shop#12', 'diff');

describe('what the model is given', () => {
  test('two tools with strict schemas of few tokens', () => {
    const { specs } = boxOver().box;
    expect(specs.map(({ name }) => name)).toEqual(['read_pull_request', 'read_commit']);
    for (const { parameters } of specs) {
      expect(parameters).toMatchObject({ type: 'object', additionalProperties: false });
      expect(parameters['required']).toEqual(Object.keys(parameters['properties'] as object));
    }
    expect(JSON.stringify(specs).length / 4).toBeLessThan(400);
  });

  test('no tool where there is nothing to read with it', () => {
    const { server } = scriptedServer(() => texts(''));
    const only = createToolBox(manifestOf([{ title: 'feat: gifts' }]), server);
    expect(only.specs.map(({ name }) => name)).toEqual(['read_pull_request']);
  });
});

describe('L7: what is not allowed is answered and not executed', () => {
  test.each([
    [
      'an unknown tool',
      'merge_pull_request',
      '{}',
      /^unknown_tool: .*Tools: read_pull_request, read_commit\.$/,
    ],
    ["a server's own tool", 'pull_request_read', '{"owner":"acme"}', /^unknown_tool: /],
    ['arguments that are no JSON', 'read_pull_request', '{"key":', /^bad_arguments: /],
    ['arguments of another shape', 'read_pull_request', '["acme/shop#12"]', /^bad_arguments: /],
    ['a missing argument', 'read_pull_request', '{"key":"acme/shop#12"}', /^bad_arguments: what/],
    [
      'an unknown reading',
      'read_pull_request',
      '{"key":"acme/shop#12","what":"reviews"}',
      /^bad_arguments: what/,
    ],
    [
      'an own owner',
      'read_pull_request',
      '{"key":"acme/shop#12","what":"diff","owner":"evil"}',
      /^bad_arguments: /,
    ],
    ['huge arguments', 'read_pull_request', JSON.stringify({ key: 'x'.repeat(100_000) }), /too long/],
    [
      'an excluded pull request',
      'read_pull_request',
      '{"key":"acme/shop#13","what":"diff"}',
      /^out_of_scope: /,
    ],
    [
      'an unknown pull request',
      'read_pull_request',
      '{"key":"acme/shop#99","what":"diff"}',
      /^out_of_scope: /,
    ],
    ['another repository', 'read_pull_request', '{"key":"evil/shop#12","what":"diff"}', /^out_of_scope: /],
    ['an excluded number', 'read_pull_request', '{"key":"#13","what":"diff"}', /^out_of_scope: /],
    ['an excluded commit', 'read_commit', JSON.stringify({ commit: 'cd'.repeat(20) }), /^out_of_scope: /],
    ['a branch for a commit', 'read_commit', '{"commit":"main"}', /^out_of_scope: /],
    ['too short a start of a commit', 'read_commit', '{"commit":"ababab"}', /^out_of_scope: /],
  ])('%s', async (_, name, written, said) => {
    const { raw, asked } = boxOver();
    const { content, isError } = await raw(name, written);
    expect(content).toMatch(said);
    expect(content.length).toBeLessThan(400);
    expect(isError).toBe(true);
    expect(asked).toEqual([]);
  });

  test('an excluded and an unknown pull request are told in the same words', async () => {
    const { read } = boxOver();
    expect(await read('acme/shop#13')).toEqual(await read('acme/shop#4711'));
  });

  test('whatever the model writes, only entries of the manifest reach the server', async () => {
    const name = fc.oneof(fc.constantFrom('read_pull_request', 'read_commit', 'get_commit'), fc.string());
    const key = fc.oneof(
      fc.constantFrom('acme/shop#12', 'ACME/Shop#12', 'acme/shop#13', 'acme/shop#12 ', '../shop#12', push),
      hostileText,
    );
    const input = fc.oneof(
      fc.record({ key, what: fc.constantFrom('summary', 'files', 'commits', 'diff') }),
      fc.record({ commit: key }),
      fc.object(),
    );
    const written = fc.oneof(
      input.map((value) => JSON.stringify(value)),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, written), { maxLength: 20 }), async (calls) => {
        const { raw, asked } = boxOver();
        for (const [tool, text] of calls) await raw(tool, text);
        for (const { tool, input: sent } of asked) {
          expect(sent).toMatchObject({ owner: 'acme', repo: 'shop' });
          expect(tool === 'get_commit' ? sent['sha'] : sent['pullNumber']).toBe(
            tool === 'get_commit' ? push : 12,
          );
        }
      }),
    );
  });
});

describe('L6: the same call again and again', () => {
  test('is answered once by the server, once from memory, and then refused', async () => {
    const { read, asked } = boxOver();
    const answers = [];
    for (const key of ['acme/shop#12', 'Acme/Shop#12', 'acme/shop#12', 'acme/shop#12'])
      answers.push((await read(key)).content);
    expect(answers).toEqual([
      'fine',
      '[the same call as before, answered from memory]\nfine',
      'repeated_call: This was answered twice already; use that answer.',
      'repeated_call: This was answered twice already; use that answer.',
    ]);
    expect(asked).toHaveLength(1);
  });

  test('is made once when it is asked twice at the same time', async () => {
    const { read, asked } = boxOver();
    await Promise.all([read('acme/shop#12'), read('acme/shop#12')]);
    expect(asked).toHaveLength(1);
  });

  test('is made again after a failure, but not a third time', async () => {
    const { read, asked } = boxOver(() => {
      throw new Error('gone');
    });
    for (let time = 0; time < 3; time += 1) await read('acme/shop#12');
    expect(asked).toHaveLength(2);
  });

  test('ends with the calls of the run, refused and parallel ones counted', async () => {
    const { read, asked } = boxOver(() => texts('fine'), { calls: 3 });
    const whats = ['summary', 'nonsense', 'files', 'diff', 'commits'];
    const answers = await Promise.all(whats.map((what) => read('acme/shop#12', what)));
    expect(answers.map(({ isError }) => isError)).toEqual([false, true, false, true, true]);
    expect(answers[3]?.content).toMatch(/^call_cap: All 3 tool calls are spent/);
    expect(asked).toHaveLength(2);
  });
});

describe('L8: results are cut to a budget', () => {
  test('with a mark that tells how much there was', async () => {
    const { content } = await diff(texts('a'.repeat(150)), { resultChars: 100 });
    expect(content).toBe(`${'a'.repeat(100)}\n[truncated: 100 of 150 characters]`);
  });

  test('ten megabytes are cut soon', async () => {
    const started = performance.now();
    const { content } = await diff(texts('+a line\n'.repeat(1_310_720)));
    expect(content.length).toBeLessThan(toolLimits.resultChars + 60);
    expect(content).toMatch(/\n\[truncated: 12000 of 10485760 characters\]$/);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test('ten megabytes of comments that never end are cut soon', async () => {
    const started = performance.now();
    const body = '<!--'.repeat(2_600_000);
    const { read } = boxOver(() => texts(JSON.stringify({ title: 'feat: gifts', body })));
    expect((await read('acme/shop#12')).content).toBe('title: feat: gifts\nbody:\n  [comment left out]');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('a character of two units is not cut in half', async () => {
    const { content } = await diff(texts('🚀'.repeat(60)), { resultChars: 101 });
    expect(content).toBe(`${'🚀'.repeat(50)}\n[truncated: 100 of 120 characters]`);
  });

  test('an error is cut too', async () => {
    const { content, isError } = await diff({ ...texts('no '.repeat(1_000)), isError: true });
    expect(isError).toBe(true);
    expect(content).toMatch(/^tool_failed: no no/);
    expect(content.length).toBeLessThan(600);
  });
});

describe('results are made safe', () => {
  test('whatever a server answers, no hidden code point and no command comes through', async () => {
    const command = fc.constantFrom('::error::x', ' ::x::', '##[group]x', '#\u200B#[x', ':\u202E:x', '###[x');
    const part = fc.oneof(hostileText, command, fc.string({ unit: 'binary', maxLength: 50 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 8 }),
        fc.constantFrom('\n', '\r', '\u2028', '\u0085', '\n\u200B'),
        fc.constantFrom('diff', 'summary', 'files', 'commits'),
        fc.boolean(),
        async (parts, separator, what, isError) => {
          const text = parts.join(separator);
          const json = JSON.stringify(
            what === 'summary'
              ? { title: text, body: text, labels: [text], user: { login: text } }
              : [{ filename: text, sha: text, message: text, status: text }],
          );
          for (const answer of [text, json]) {
            const { read } = boxOver(() => ({ ...texts(answer), isError }));
            const { content } = await read('acme/shop#12', what);
            for (const line of content.split('\n')) {
              expect(hasHiddenCodePoints(line)).toBe(false);
              expect(line).not.toMatch(/^\s*::/);
              expect(line).not.toContain('##[');
            }
          }
        },
      ),
    );
  });

  test('honest code is still readable', async () => {
    const code =
      "diff --git a/x.ts b/x.ts\n@@ -1 +1,3 @@\n-a\n+const list: Array<T> = [];\n   if (ok) {\n+\tgo('🚀');";
    expect((await diff(texts(code))).content).toBe(code.replace('\t', ' '));
  });

  test('a fence stays what it is, text', async () => {
    const body = '```ts\n::set-output name=x::y\n```\n##[group]x';
    const { read } = boxOver(() => texts(JSON.stringify({ title: 't', body })));
    expect((await read('acme/shop#12')).content).toBe(
      'title: t\nbody:\n  ```ts\n  : :set-output name=x::y\n  ```\n  # #[group]x',
    );
  });

  test('escapes in JSON do not smuggle hidden text', async () => {
    const { read } = boxOver(() => texts('{"title":"a\\u202Eb\\u200Bc\\n::error::x"}'));
    expect((await read('acme/shop#12')).content).toBe('title: abc ::error::x');
  });

  test('embedded files are text, images and links are left out by name', async () => {
    const blocks = [
      { type: 'text', text: 'one' },
      { type: 'resource', resource: { uri: 'repo://x', text: 'two' } },
      { type: 'resource', resource: { uri: 'repo://y', blob: 'AAAA' } },
      { type: 'image', data: 'AAAA', mimeType: 'image/png' },
      { type: 'resource_link', uri: 'https://evil.example', name: 'x' },
      { type: 'hologram' },
    ];
    expect((await diff({ blocks, isError: false })).content.split('\n')).toEqual([
      'one',
      'two',
      '[binary file of 4 characters left out]',
      '[image left out]',
      '[resource link left out]',
      '[content of an unknown kind left out]',
    ]);
  });

  test('of an answer only what a report can use is passed on', async () => {
    const pull = {
      title: 'feat: gifts',
      html_url: 'https://github.com/acme/shop/pull/12',
      user: { login: 'ada', avatar_url: 'https://evil.example/a.png' },
      labels: [{ name: 'ui', url: 'https://evil.example' }, 'shop'],
      additions: 3,
      changed_files: 2,
    };
    const { read } = boxOver(() => texts(JSON.stringify(pull)));
    expect((await read('acme/shop#12')).content).toBe(
      'title: feat: gifts\nauthor: ada\nlabels: ui, shop\nsize: +3 -0 in 2 files',
    );
  });
});

describe('M3: a call that hangs', () => {
  test('ends with its time', async () => {
    const { read } = boxOver(() => new Promise(() => {}), { callMs: 50 });
    expect((await read('acme/shop#12')).content).toMatch(/^no_answer: /);
  });

  test('ends with the run', async () => {
    const { raw } = boxOver(() => new Promise(() => {}));
    const ending = new AbortController();
    const answer = raw('read_pull_request', '{"key":"acme/shop#12","what":"diff"}', ending.signal);
    ending.abort();
    expect(await answer).toEqual({ content: 'ended: The run is ending.', isError: true });
  });

  test('nothing is called any more once the box is closed', async () => {
    const { box, read, asked } = boxOver();
    await box.close();
    expect((await read('acme/shop#12')).content).toMatch(/^ended: /);
    expect(asked).toEqual([]);
  });
});
