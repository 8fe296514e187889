import type { AppEdges } from '../pulses/app-edges.ts';
import { readPayload } from './payloads.ts';
import { onReleasedTag } from './released-tag.ts';

/** `release.published`, pre-releases from drafts included: the same news as a push of its tag. */
export async function onReleasePublished(edges: AppEdges, payload: unknown): Promise<void> {
  const { release, repository, installation } = readPayload('release', payload);
  if (release.draft || !installation) return;
  await onReleasedTag(edges, { tag: release.tag_name, repository, installationId: installation.id });
}
