import type { RunFile } from '../action/lineage/run-files.ts';
import type { ReportOutline } from '../contract/outline.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';
import { previewHtml } from '../delivery/slack/preview-html.ts';
import { renderSlack } from '../delivery/slack/render-slack.ts';

export const previewMedia = ['slack', 'html'] as const;
export type PreviewMedium = (typeof previewMedia)[number];

const isMedium = (name: string): name is PreviewMedium => (previewMedia as readonly string[]).includes(name);

/**
 * The media named, each once.
 * @param given what stands after each --preview: one or several, separated by commas
 * @throws ZenPulseError `request_invalid`
 */
export function parsePreview(given: readonly string[]): PreviewMedium[] {
  const names = given.flatMap((list) => list.split(',')).map((name) => name.trim());
  const unknown = names.filter((name) => !isMedium(name));
  if (unknown.length === 0) return [...new Set(names.filter(isMedium))];
  throw new ZenPulseError('request_invalid', {
    problems: unknown.map((name) => ({
      field: 'preview',
      got: JSON.stringify(name),
      accepts: previewMedia.join(', '),
    })),
  });
}

/** The report as Slack would get it from here: without links to a workflow run, for there is none. */
export function previewFiles(outline: ReportOutline, media: readonly PreviewMedium[]): RunFile[] {
  const messages = renderSlack(outline, { runUrl: null, artifactUrl: null });
  const files: Record<PreviewMedium, RunFile> = {
    slack: { name: 'preview.slack.json', content: `${JSON.stringify(messages, null, 2)}\n` },
    html: { name: 'preview.html', content: previewHtml(messages) },
  };
  return media.map((medium) => files[medium]);
}
