import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAgentWriter } from '../../../../action/agent/agent-writer.ts';
import type { AgentLimits } from '../../../../action/agent/loop/budget.ts';
import type { ModelRequest } from '../../../../action/agent/model/model-port.ts';
import { agentPrompts } from '../../../../action/agent/prompt/agent-prompts.ts';
import { createTrace } from '../../../../action/lineage/trace.ts';
import { writeVerified } from '../../../../action/report/write-verified.ts';
import { hostileText } from '../../../support/hostile-text.ts';
import { manifestOf } from '../../../support/manifest-of.ts';
import { countingTools, scriptedPort, type ScriptedPort, type Turn } from '../loop/scripted-port.ts';

const manifest = manifestOf(
  Array.from({ length: 200 }, (_, at) => ({
    title: `${at % 2 ? 'feat' : 'fix'}(area-${at % 7}): change ${at}`,
  })),
);
const limits: AgentLimits = {
  iterations: 3,
  tokens: 200_000,
  toolCalls: 6,
  wallMs: 60_000,
  outputTokens: 2_000,
};

const userText = ({ messages }: ModelRequest) =>
  messages.findLast(({ role }) => role === 'user')?.content ?? '';
const idsIn = (request: ModelRequest) => [...userText(request).matchAll(/^#\d+/gm)].map(([id]) => id);
const isReduce = ({ answer }: ModelRequest) => answer?.name === 'area_report';

const honestNotes = (request: ModelRequest): Turn => {
  const notes = idsIn(request)
    .slice(0, 10)
    .map((id) => ({ text: 'A change people notice', pull_requests: [id] }));
  return { content: JSON.stringify({ notes }) };
};
const honestReport = (request: ModelRequest): Turn => {
  const notes = [...userText(request).matchAll(/^n\d+/gm)].map(([id]) => id);
  return {
    content: JSON.stringify({
      headline: 'A wide week',
      summary: 'Much changed.',
      sections: [{ title: 'All of it', notes }],
    }),
  };
};

async function run(port: ScriptedPort, bounds: Partial<AgentLimits> = {}) {
  const agent = createAgentWriter({
    model: { adapter: 'chat', name: 'scripted', open: () => port, noticesOn: () => [], hasManifest: false },
    prompts: agentPrompts(),
    limits: { ...limits, ...bounds },
    openTools: async () => countingTools(),
    toolNames: [],
    newNonce: () => 'nonce-1',
    signal: new AbortController().signal,
  });
  const trace = createTrace(() => new Date(0));
  return writeVerified(manifest, { tone: 'neutral', customPrompt: null, sections: [] }, [agent], trace);
}

test('L8: over 120 pull requests are read in areas, and one more call orders the notes', async () => {
  const port = scriptedPort((request) => (isReduce(request) ? honestReport(request) : honestNotes(request)));
  const { report, writer } = await run(port);
  expect(port.requests.filter((request) => !isReduce(request))).toHaveLength(4);
  expect(port.requests.filter(isReduce)).toHaveLength(1);
  expect(writer.adapter).toBe('chat');
  expect(report).toMatchObject({ headline: 'A wide week', degraded: null });
  expect(report.sections[0]?.items).toHaveLength(40);
  expect(report.also_merged).toHaveLength(160);
});

test('areas together hold every pull request once', async () => {
  const port = scriptedPort((request) => (isReduce(request) ? honestReport(request) : honestNotes(request)));
  await run(port);
  const seen = port.requests.filter((request) => !isReduce(request)).flatMap(idsIn);
  expect(seen).toHaveLength(200);
  expect(new Set(seen).size).toBe(200);
});

test('what the budget does not allow is not read, and its pull requests are listed all the same', async () => {
  const port = scriptedPort((request) => (isReduce(request) ? honestReport(request) : honestNotes(request)));
  const { report } = await run(port, { tokens: 26_000 });
  const areas = port.requests.filter((request) => !isReduce(request)).length;
  expect(areas).toBeGreaterThan(0);
  expect(areas).toBeLessThan(4);
  expect(report.notices).toEqual([
    {
      code: 'areas_truncated',
      text: expect.stringMatching(
        /^Truncated: the model read \d+ of 200 pull requests within its budget of 26000 tokens/,
      ),
    },
  ]);
  expect(report.also_merged.length + report.sections.flatMap(({ items }) => items).length).toBe(200);
});

test('notes with unfit words or foreign pull requests are dropped, the report passes', async () => {
  const port = scriptedPort((request) => {
    if (isReduce(request)) return honestReport(request);
    const [first = ''] = idsIn(request);
    const notes = [
      { text: 'Thanks @octocat, see https://evil.example', pull_requests: [first] },
      { text: 'Invented', pull_requests: ['#9999'] },
      { text: 'Honest words', pull_requests: [first] },
    ];
    return { content: JSON.stringify({ notes }) };
  });
  const { report } = await run(port);
  expect(report.degraded).toBeNull();
  expect(report.sections.flatMap(({ items }) => items.map(({ text }) => text))).toEqual(
    Array.from({ length: 4 }, () => 'Honest words'),
  );
});

test('a failing area is left to Also merged; a failing reducer falls back', async () => {
  let calls = 0;
  const failsOnce = scriptedPort((request) => {
    if (isReduce(request)) return honestReport(request);
    calls += 1;
    return calls === 1 ? { finish: 'length', content: '{"notes": [' } : honestNotes(request);
  });
  expect((await run(failsOnce)).report).toMatchObject({ degraded: null, headline: 'A wide week' });
  const noReducer = scriptedPort((request) =>
    isReduce(request) ? { content: 'prose' } : honestNotes(request),
  );
  expect((await run(noReducer)).report.degraded).toContain('its report was refused twice');
});

test('whatever models say of a wide window, the budget is passed by no more than one call and every pull request is there', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(hostileText, fc.json(), fc.constant('honest')), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 2_000, max: 80_000 }),
      async (says, tokens) => {
        let at = 0;
        let spent = 0;
        let lastCost = 0;
        const port = scriptedPort((request) => {
          const said = says[at++ % says.length] ?? '';
          lastCost = Math.ceil(JSON.stringify(request.messages).length / 4) + 500;
          spent += lastCost;
          const usage = { inputTokens: lastCost - 500, outputTokens: 500 };
          if (said !== 'honest') return { content: said, usage };
          return {
            ...(isReduce(request) ? (honestReport(request) as object) : (honestNotes(request) as object)),
            usage,
          };
        });
        const { report } = await run(port, { tokens });
        const told = report.sections.flatMap(({ items }) => items.flatMap((item) => item.pull_requests));
        expect(new Set([...told, ...report.also_merged]).size).toBe(200);
        expect(spent - lastCost).toBeLessThanOrEqual(tokens);
      },
    ),
    { numRuns: 60 },
  ));
