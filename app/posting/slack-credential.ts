import { z } from 'zod';

const carried = z.string().regex(/^[\x21-\x7e]{1,500}$/, 'accepts visible characters without spaces');

/** A Slack credential as an operator hands it in, and as it is sealed. */
export const slackCredential = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('webhook'),
      url: carried.pipe(z.url({ protocol: /^https?$/, error: 'accepts the address of an incoming webhook' })),
    }),
    z.strictObject({ kind: z.literal('bot'), token: carried, channel: carried }),
  ],
  { error: 'accepts {"kind":"webhook","url":…} or {"kind":"bot","token":…,"channel":…}' },
);
export type SlackCredential = z.output<typeof slackCredential>;

/** Whose reports a credential is for. */
export const credentialScope = z
  .string('accepts repository:ID or installation:ID')
  .regex(/^(?:repository|installation):[1-9]\d{0,18}$/, 'accepts repository:ID or installation:ID');
