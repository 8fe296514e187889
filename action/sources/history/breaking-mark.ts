import { conventionalTitle } from '../../../contract/reading/conventional-title.ts';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import { withoutComments } from '../../../contract/reading/without-comments.ts';

const footer = /^BREAKING[ -]CHANGES?:(.*)$/;
/** What people leave behind the words to say that nothing breaks, and what of it only its author sees. */
const saysNothing =
  /^[_*`]*(?:none|no|no breaking changes?|n\/?a|nil|nothing|not applicable|-+|\[ ?\]|…|\.{3}|\[comment left out\])?[_*`]*[.!]?$/i;
/** A heading, or the next trailer of the message: not what the footer above it says. */
const startsAnew = /^(?:#{1,6} |[A-Za-z][A-Za-z-]*: )/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Lines outside of fenced code. */
function linesOfProse(text: string): string[] {
  let open: string | null = null;
  return text.split('\n').filter((line) => {
    const mark = fence.exec(line)?.[1];
    if (open === null && mark === undefined) return true;
    if (open === null) open = mark ?? null;
    else if (mark?.startsWith(open)) open = null;
    return false;
  });
}

const asCompared = (line: string) => visibleText(line).toLowerCase();

/** Lines of pull request templates, as messages are held against them. */
export const templateLines = (templates: readonly string[]): ReadonlySet<string> =>
  new Set(templates.flatMap((text) => withoutComments(text).split('\n').map(asCompared)).filter(Boolean));

/**
 * Whether a message marks a breaking change: by `!` in its title, or by a footer that says what breaks. No footer is
 * what a reader does not see (HTML comments), what an example shows (fenced code), and what stands in the template
 * already.
 * @param template lines of the repository's pull request templates, as `templateLines` gives them
 */
export function isMarkedBreaking(title: string, body: string, template: ReadonlySet<string>): boolean {
  if (conventionalTitle(title)?.kind === 'breaking') return true;
  // Hardly any message has the words: most need no closer look.
  if (!body.includes('BREAKING')) return false;
  const lines = linesOfProse(withoutComments(body)).map((line) => line.trimEnd());
  return lines.some((line, at) => {
    const beside = footer.exec(line)?.[1]?.trim();
    if (beside === undefined || template.has(asCompared(line))) return false;
    if (beside !== '') return !saysNothing.test(beside);
    const below = lines.slice(at + 1).find((each) => each !== '') ?? '';
    return !saysNothing.test(below) && !startsAnew.test(below) && !template.has(asCompared(below));
  });
}
