/** What fast-import is told about one commit. Times are ISO 8601 with a zone, e.g. `2026-11-01T09:00:00Z`. */
export interface CommitText {
  mark: number;
  /** Marks of the parents, first parent first; none for a root commit. */
  parents: readonly number[];
  /** `Name <mail>`. */
  author: string;
  authoredAt: string;
  committer: string;
  committedAt: string;
  message: string;
  /** What changes against the first parent: path to new text, or to null for a removed file. */
  changes: ReadonlyMap<string, string | null>;
}

/**
 * One commit as fast-import text. `ref` is only where fast-import parks the commit: parents are always named,
 * so one ref serves all, and the real branches are set at the end by {@link refText}.
 */
export function commitText(ref: string, commit: CommitText): string {
  const [first, ...others] = commit.parents;
  return [
    // Without the reset a root commit would get the ref's last commit as its parent.
    first === undefined ? `reset ${ref}\n` : '',
    `commit ${ref}\nmark :${commit.mark}\n`,
    `author ${identity(commit.author)} ${gitTime(commit.authoredAt)}\n`,
    `committer ${identity(commit.committer)} ${gitTime(commit.committedAt)}\n`,
    data(commit.message),
    first === undefined ? '' : `from :${first}\n`,
    ...others.map((mark) => `merge :${mark}\n`),
    ...[...commit.changes].map(([path, text]) => changeText(path, text)),
  ].join('');
}

/** Sets a ref, e.g. `refs/heads/main` or a lightweight tag, to the commit with this mark. */
export function refText(ref: string, mark: number): string {
  return `reset ${ref}\nfrom :${mark}\n\n`;
}

/** An annotated tag: an object of its own with a tagger, a time and a message. */
export function annotatedTagText(tag: {
  name: string;
  mark: number;
  tagger: string;
  taggedAt: string;
  message: string;
}): string {
  const tagger = `tagger ${identity(tag.tagger)} ${gitTime(tag.taggedAt)}\n`;
  return `tag ${tag.name}\nfrom :${tag.mark}\n${tagger}${data(tag.message)}`;
}

/** Git's own time, `seconds +hhmm`, from ISO 8601; the zone is kept. Throws when the zone is missing. */
export function gitTime(iso: string): string {
  const zone = /(Z|[+-]\d{2}:?\d{2})$/.exec(iso)?.[1];
  const milliseconds = Date.parse(iso);
  if (zone === undefined || Number.isNaN(milliseconds)) {
    throw new Error(`'${iso}' is not an ISO 8601 instant with a zone, such as 2026-11-01T09:00:00Z`);
  }
  return `${Math.floor(milliseconds / 1000)} ${zone === 'Z' ? '+0000' : zone.replace(':', '')}`;
}

function identity(nameAndMail: string): string {
  if (/^[^<>\n]* <[^<>\n]*>$/.test(nameAndMail)) return nameAndMail;
  throw new Error(`'${nameAndMail}' is not an identity such as Ada Lovelace <ada@example.com>`);
}

function changeText(path: string, text: string | null): string {
  const quoted = /^"|\n/.test(path) ? JSON.stringify(path) : path;
  return text === null ? `D ${quoted}\n` : `M 100644 inline ${quoted}\n${data(text)}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
