import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runAgent } from '../../../../action/agent/loop/run-agent.ts';
import { pullIds } from '../../../../action/agent/prompt/compact-manifest.ts';
import { verify } from '../../../../action/report/verify.ts';
import { ZenPulseError } from '../../../../contract/zenpulse-error.ts';
import { hostileText } from '../../../support/hostile-text.ts';
import { manifestOf } from '../../../support/manifest-of.ts';
import { countingTools, scriptedPort, submits, type Turn, toolCall } from './scripted-port.ts';

const manifest = manifestOf([{ title: 'feat: add a' }, { title: 'fix: b' }]);
const draft = { headline: 'News', summary: 'Something changed.', sections: [] };

const usage = fc.option(
  fc.record({ inputTokens: fc.nat({ max: 40_000 }), outputTokens: fc.nat({ max: 5_000 }) }),
);

const calls = fc.array(
  fc
    .record({
      name: fc.constantFrom('read_pull_request', 'unknown', 'submit_report'),
      given: fc.oneof(fc.json(), hostileText),
    })
    .map(({ name, given }) => toolCall(name, given)),
  { maxLength: 12 },
);

/** Models that loop, call what is not there, answer prose or half of a JSON, refuse, fail or write without end. */
const turn: fc.Arbitrary<Turn> = fc.oneof(
  fc
    .tuple(calls, usage)
    .map(([toolCalls, spent]): Turn => ({ toolCalls, finish: 'tool_calls', usage: spent })),
  fc.tuple(hostileText, usage).map(([content, spent]): Turn => ({ content, usage: spent })),
  fc.constant<Turn>(submits(draft)),
  fc.constant<Turn>({ content: JSON.stringify(draft) }),
  fc.constant<Turn>({ content: '{"headline": "half' }),
  fc.constant<Turn>(submits('x'.repeat(200_000))),
  fc.constantFrom<Turn>(
    { finish: 'length', content: '{' },
    { finish: 'refusal' },
    { finish: 'content_filter' },
  ),
  fc.constant<Turn>(new ZenPulseError('github_unauthorized', {})),
);

const bounds = fc.record({
  iterations: fc.integer({ min: 1, max: 10 }),
  tokens: fc.integer({ min: 1_000, max: 150_000 }),
  toolCalls: fc.nat({ max: 20 }),
  outputTokens: fc.integer({ min: 100, max: 4_000 }),
});

test('whatever a model does, a run ends, with a draft or a reason, and passes no budget by more than one call', () =>
  fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 14 }), bounds, async (turns, limits) => {
      const port = scriptedPort(turns);
      const tools = countingTools();
      const seen: number[] = [];
      const outcome = await runAgent([{ role: 'user', content: 'Write.' }], {
        port,
        tools,
        limits: { ...limits, wallMs: 60_000 },
        ids: pullIds(manifest),
        check: (given) => {
          const verdict = verify(given, manifest, { degraded: null, notices: [] });
          return verdict.ok ? [] : verdict.findings.map(({ what }) => what);
        },
        fence: (text) => text,
        signal: new AbortController().signal,
        onModelCall: (_, reply) =>
          void seen.push((reply.usage?.inputTokens ?? 0) + (reply.usage?.outputTokens ?? 0)),
        onToolCall: () => {},
      });
      expect((outcome.draft === null) !== (outcome.reason === null)).toBe(true);
      if (outcome.draft)
        expect(verify(outcome.draft, manifest, { degraded: null, notices: [] }).ok).toBe(true);
      // One repair and the forced finish with its own come on top of the rounds.
      expect(port.requests.length).toBeLessThanOrEqual(limits.iterations + 3);
      expect(tools.calls).toBeLessThanOrEqual(limits.toolCalls);
      const beforeLast = seen.slice(0, -1).reduce((sum, cost) => sum + cost, 0);
      expect(beforeLast).toBeLessThanOrEqual(limits.tokens);
    }),
    { numRuns: 1_000 },
  ));
