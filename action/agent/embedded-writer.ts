import { embeddedDraft } from './embedded/embedded-draft.ts';
import { unmetWishes } from './embedded/unmet-wishes.ts';
import { noUsage, type Writer } from './writer.ts';

/**
 * Writes without a model, a key or a network: the same manifest and wishes give the same words. Pull requests
 * speak by their titles, which code renders; its own prose holds counts and words found safe.
 */
export const embeddedWriter: Writer = {
  adapter: 'embedded',
  model: null,
  version: '1',
  prompts: [],
  tools: [],
  write: async (manifest, wishes) => ({
    draft: embeddedDraft(manifest, wishes),
    reason: null,
    notices: unmetWishes(wishes),
    usage: noUsage,
  }),
};
