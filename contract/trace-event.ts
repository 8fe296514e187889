import { z } from 'zod';
import { instant } from './primitives.ts';

/**
 * One line of `trace.jsonl`. Every reading of the clock is an event, in order, so a replay can hand the same
 * readings back.
 */
export const traceEvent = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('clock'), purpose: z.string(), at: instant }),
    z.strictObject({
      type: z.literal('source'),
      repository: z.string(),
      pull_requests: z.int(),
      direct_pushes: z.int(),
      complete: z.boolean(),
    }),
    z.strictObject({
      type: z.literal('model'),
      attributes: z.record(z.string(), z.json()).describe("Names of OpenTelemetry's GenAI conventions."),
      tools: z.array(z.string()),
      messages: z.json().describe('Messages that no earlier event holds.'),
      reply: z.json(),
    }),
    z.strictObject({
      type: z.literal('tool'),
      attributes: z.record(z.string(), z.json()),
      arguments: z.string(),
      result: z.string(),
      is_error: z.boolean(),
    }),
    z.strictObject({ type: z.literal('draft'), writer: z.string(), draft: z.json() }),
    z.strictObject({
      type: z.literal('verify'),
      writer: z.string(),
      findings: z.array(z.strictObject({ code: z.string(), where: z.string(), what: z.string() })),
    }),
  ])
  .meta({ title: 'ZenPulse trace event' });
export type TraceEvent = z.output<typeof traceEvent>;
