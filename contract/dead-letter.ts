import { z } from 'zod';
import { callbackPayload } from './callback-payload.ts';
import { instant } from './primitives.ts';
import { contractVersion } from './version.ts';

/** A callback that did not arrive, as a file: what it said, where it should go, what was tried. It holds no secret. */
export const deadLetter = z
  .strictObject({
    contract_version: z.literal(contractVersion).describe('Version of this format.'),
    state: z
      .enum(['refused', 'exhausted'])
      .describe('refused: the receiver or a rule said no. exhausted: every try failed.'),
    destination: z.string().describe('Where it should have gone, without query and fragment.'),
    webhook_id: z
      .string()
      .describe('Id of the message, the same in every try; a receiver tells repeats by it.'),
    tries: z
      .array(
        z.strictObject({
          at: instant.describe('When the try began.'),
          outcome: z.string().describe('What came of it, on one line.'),
        }),
      )
      .describe('Every try, in order; empty when nothing was sent.'),
    problem: z
      .strictObject({
        code: z.string().describe('Code from the error catalogue.'),
        message: z.string().describe('What failed and why.'),
        next_step: z.string().describe('What to do about it.'),
      })
      .describe('Why it did not arrive.'),
    payload: callbackPayload.describe('What the callback says.'),
  })
  .meta({ title: 'ZenPulse dead letter', description: 'A callback that did not arrive.' });
export type DeadLetter = z.output<typeof deadLetter>;
