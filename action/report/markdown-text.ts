/** Words that GitHub, Slack or a mail client would turn into a link, a mention or a reference. */
const live: readonly RegExp[] = [
  /[#＃]\p{Nd}/u,
  /[@＠][\p{L}\p{N}_]/u,
  /^(?:GH|gh)-\p{Nd}/u,
  /:\/\//,
  /^(?:www\.|(?:mailto|javascript|data|tel|file|vbscript):)/iu,
  /(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\//u,
  /^(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}$/iu,
  /\$/,
];

const codeSpan = (text: string): string => {
  const runs = text.match(/`+/g)?.map((run) => run.length) ?? [];
  let fence = 1;
  while (runs.includes(fence)) fence += 1;
  const mark = '`'.repeat(fence);
  const needsSpace = text.startsWith('`') || text.endsWith('`');
  return needsSpace ? `${mark} ${text} ${mark}` : `${mark}${text}${mark}`;
};

const escape = (text: string) => text.replace(/[\\`*_{}[\]<>|~&!]/g, '\\$&');

/** Punctuation around a word that may stay outside its code span. */
const wrapped = /^(?<open>["'“‘([{<]*)(?<core>.*?)(?<close>["'”’)\]}>.,;:!?…]*)$/u;

function word(text: string): string {
  const { open = '', core = '', close = '' } = wrapped.exec(text)?.groups ?? {};
  if (!live.some((pattern) => pattern.test(core))) return escape(text);
  return escape(open) + codeSpan(core) + escape(close);
}

/** A line that starts so would be a heading, a list or a rule. */
const escapeStart = (line: string) =>
  line.replace(/^([#+=-]|\d+(?=[.)]))/, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));

/**
 * Untrusted visible text as markdown that shows just those characters: markup is escaped, code in back-ticks
 * stays code, and any word that would become a link, a mention or a reference is shown as code, where nothing
 * is live.
 */
export function markdownText(text: string): string {
  const parts = text.split(/(`[^`]+`)/);
  const line = parts
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/\S+/gu, (each) => word(each))))
    .join('');
  return escapeStart(line);
}
