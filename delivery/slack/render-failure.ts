import { visibleText } from '../../contract/reading/visible-text.ts';
import type { Inline, SlackMessage } from './block-kit.ts';
import { richBlock, richSection } from './pieces.ts';
import { escapeMrkdwn, quietText, shorten, withoutMarks } from './plain-text.ts';
import { headerBlock, linksBlock } from './render-slack.ts';
import { inlineText, mostPieces, richText } from './rich-text.ts';

export interface FailedRun {
  /** `owner/name`, or several of them in words. */
  repository: string;
  /** What failed and why; may have several lines. */
  message: string;
  nextStep: string;
  /** Web address of the workflow run; null when there is none. */
  runUrl: string | null;
}

/** Longest text, in UTF-16 units; the run's log has it in full. */
const most = 1_200;

/** The lines of a text, shown as they are; `shorten` marks a cut with `…`. */
function lines(text: string): Inline[] {
  const shown = shorten(text, most)
    .split('\n')
    .flatMap((line) => withoutMarks(visibleText(line)) || []);
  const rich = shown.flatMap((line, at) => [...(at === 0 ? [] : [inlineText('\n')]), ...richText(line)]);
  return rich.length > mostPieces ? [inlineText(shown.join('\n'), { code: true })] : rich;
}

/** A short message that a run failed, and what to do. */
export function renderFailure({ repository, message, nextStep, runUrl }: FailedRun): SlackMessage {
  const title = `No report on ${quietText(repository) || 'this repository'}`;
  const why = lines(message);
  const next = lines(nextStep);
  return {
    text: escapeMrkdwn(`${shorten(title, 200)}\n${shorten(quietText(message), 300)}`),
    blocks: [
      headerBlock(title),
      ...(why.length === 0 ? [] : [richBlock([richSection(why)])]),
      ...(next.length === 0
        ? []
        : [richBlock([richSection([inlineText('Next: ', { bold: true }), ...next])])]),
      ...linksBlock({ runUrl, artifactUrl: null }, null),
    ],
  };
}
