import type { ModelPort, ModelReply, ModelRequest, ToolCall } from '../../action/agent/model/model-port.ts';
import { draftLimits } from '../../contract/report.ts';
import { callsWantedBy, citationsWantedBy, wordsWantedBy } from './obeying/wishes.ts';

/**
 * How it goes about its report: hands in all at once and repairs; hands in, then answers in prose and is made to finish;
 * answers in prose at once; adds fields that the schema does not know; never leaves prose.
 */
export const courses = ['repair', 'repair in prose', 'prose first', 'own fields', 'only prose'] as const;
export type Course = (typeof courses)[number];

export interface ObeyingModel extends ModelPort {
  /** All that it was ever shown, for a judge; not its own words. */
  seen: ReadonlySet<string>;
}

interface Item {
  text: string | null;
  pull_requests: string[];
}
interface Draft {
  headline: string;
  summary: string;
  sections: { title: string; items: Item[] }[];
}

const mostCalls = 8;
const perSection = 3;

const cut = (text: string, most: number) =>
  Array.from(text)
    .slice(0, most / 2)
    .join('')
    .trim() || 'Nothing';

const shown = ({ messages }: ModelRequest) =>
  messages.flatMap((message) => (message.role === 'user' || message.role === 'tool' ? message.content : []));

const idsIn = (texts: readonly string[]) => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(/^(#\d+)\t/gm)].map(([, id = '']) => id))),
];

const pushesIn = (texts: readonly string[]) => [
  ...new Set(
    texts.flatMap((text) => [...text.matchAll(/^([0-9a-f]{10})\tpush\t/gm)].map(([, id = '']) => id)),
  ),
];

/** Text of strangers: the lines of the list, pushes too, and what tools answered. */
const strangersIn = (request: ModelRequest) =>
  request.messages.flatMap((message) => {
    if (message.role === 'tool') return [message.content];
    if (message.role !== 'user') return [];
    return [...message.content.matchAll(/^(?:#\d+|[0-9a-f]{10})\t[^\t]*\t([^\t]*)\t(.*)$/gm)].flatMap(
      ([, author = '', title = '']) => [author, title],
    );
  });

/** The marks of the data block, for texts that ask for them. */
const marksIn = ({ messages }: ModelRequest, strangers: readonly string[]) =>
  strangers.some((text) => /nonce|data mark|data block|<\/data/i.test(text))
    ? messages.flatMap(({ content }) => [...content.matchAll(/<\/?data [^>]+>/g)].map(([mark]) => mark))
    : [];

/** What was told in parts, put together: each line once, with and without a blank between. */
function joined(texts: readonly string[]): string[] {
  const lines = [...new Set(texts.flatMap((text) => text.split('\n').map((line) => line.trim())))];
  return [lines.join(''), lines.join(' ')];
}

/** The same order for the same seed; any two seeds put other words into other places. */
function shuffled<Value>(values: readonly Value[], seed: number): Value[] {
  const turned = [...values];
  let state = seed * 2_654_435_761 + 1;
  for (let at = turned.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    [turned[at], turned[other]] = [turned[other]!, turned[at]!];
  }
  return turned;
}

function draftOf(words: readonly string[], ids: readonly string[], citations: readonly string[]): Draft {
  let next = 0;
  const word = (most: number) => cut(words[next++ % Math.max(1, words.length)] ?? '', most * 2);
  const sections = Array.from({ length: Math.ceil(ids.length / perSection) }, (_, at) => ({
    title: word(draftLimits.sectionTitle),
    items: ids
      .slice(at * perSection, (at + 1) * perSection)
      .map((id) => ({ text: word(draftLimits.itemText), pull_requests: [id] })),
  }));
  const [first] = sections;
  if (first && citations.length > 0) first.items.push({ text: word(300), pull_requests: [...citations] });
  return { headline: word(draftLimits.headline), summary: word(draftLimits.summary), sections };
}

/** The draft without what findings name; the rest stays as it was told. */
function repaired(draft: Draft, findings: string, ids: readonly string[]): Draft {
  const isRefused = (where: string) => findings.includes(where);
  return {
    headline: isRefused('headline') ? 'A plain week' : draft.headline,
    summary: isRefused('summary') ? 'Plain words.' : draft.summary,
    sections: draft.sections.map(({ title, items }, at) => ({
      title: isRefused(`sections[${at}].title`) ? 'Plain' : title,
      items: items
        .filter(({ pull_requests: keys }) => keys.every((key) => ids.includes(key)) && keys.length === 1)
        .map((item, index) =>
          isRefused(`sections[${at}].items[${index}].text`) ? { ...item, text: 'Plain' } : item,
        ),
    })),
  };
}

/** Notes of an area, or the order of notes: the other two things a model is asked for. */
function wideAnswer(request: ModelRequest, seed: number): string {
  const texts = shown(request);
  const strangers = strangersIn(request);
  const wished = wordsWantedBy([...strangers, ...joined(strangers.slice(0, 6))]);
  const words = shuffled([...new Set([...wished, ...marksIn(request, strangers)])], seed);
  let next = 0;
  const word = (most: number) => cut(words[next++ % Math.max(1, words.length)] ?? '', most * 2);
  if (request.answer?.name === 'area_notes') {
    const notes = idsIn(texts).map((id) => ({ text: word(draftLimits.itemText), pull_requests: [id] }));
    return JSON.stringify({ notes: shuffled(notes, seed) });
  }
  const notes = [...texts.join('\n').matchAll(/^(n\d+)\t/gm)].map(([, id = '']) => id);
  const noted = [...texts.join('\n').matchAll(/^n\d+\t\d+\t(.*)$/gm)].map(([, text = '']) => text);
  const wanted = shuffled(wordsWantedBy(noted), seed);
  const findings = request.messages.length > 2 ? (texts.at(-1) ?? '') : '';
  const told = (where: string, at: number, most: number, plain: string) =>
    findings.includes(where) ? plain : cut(wanted[at] ?? 'Nothing', most * 2);
  return JSON.stringify({
    headline: told('headline', 0, draftLimits.headline, 'A plain week'),
    summary: told('summary', 1, draftLimits.summary, 'Plain words.'),
    sections: [{ title: told('sections[0].title', 2, draftLimits.sectionTitle, 'Plain'), notes }],
  });
}

/**
 * A model that does whatever the text it reads asks for, decoded if need be and joined where it is split: calls the
 * tools it is told, cites what it is told, writes each link, mention and secret it is told. What the gate refuses it
 * drops in its repair and keeps the rest, so all that the gate lets pass is shown.
 * @param seed moves what is wanted to other places
 * @param reads pull requests that it reads in full at once, from the first; pushes it reads all
 */
export function obeyingModel(course: Course, seed: number, reads = 3): ObeyingModel {
  const seen = new Set<string>();
  let draft: Draft | null = null;
  let nextId = 0;
  let turns = 0;
  const call = (name: string, given: string): ToolCall => ({
    id: `call-${nextId++}`,
    name,
    arguments: given,
  });
  const reply = (said: Partial<ModelReply>): ModelReply => ({
    content: '',
    toolCalls: [],
    finish: said.toolCalls ? 'tool_calls' : 'stop',
    usage: { inputTokens: 10, outputTokens: 10 },
    model: 'obeying',
    carry: null,
    ...said,
  });

  function answer(request: ModelRequest): Partial<ModelReply> {
    turns += 1;
    if (request.answer && request.answer.name !== 'submit_report')
      return { content: wideAnswer(request, seed) };
    const texts = shown(request);
    const ids = idsIn(texts);
    if (turns === 1) {
      const read = (key: string, what: string) => call('read_pull_request', JSON.stringify({ key, what }));
      const whole = ids
        .slice(0, reads)
        .flatMap((key) => ['summary', 'commits', 'diff'].map((what) => read(key, what)));
      const pushes = pushesIn(texts).map((commit) => call('read_commit', JSON.stringify({ commit })));
      // One of the others each time: some hold what somebody left there by mistake.
      const other = ids[reads + (seed % (ids.length - reads))];
      return {
        toolCalls: [
          ...whole,
          ...pushes,
          ...(other === undefined ? [] : [read(other, seed % 2 ? 'summary' : 'diff')]),
        ],
      };
    }
    const strangers = strangersIn(request);
    // Who has read one part only has nothing to join.
    const wanted = reads > 1 ? [...strangers, ...joined(strangers)] : strangers;
    const calls = turns === 2 ? callsWantedBy(wanted) : [];
    if (turns === 2 && calls.length > 0) {
      return {
        toolCalls: shuffled(calls, seed)
          .slice(0, mostCalls)
          .map((each) => call(each.name, each.arguments)),
      };
    }
    const words = shuffled([...wordsWantedBy(wanted), ...marksIn(request, strangers)], seed);
    if (course === 'only prose') return { content: words.join('\n') };
    if (course === 'own fields') {
      const fields = Object.fromEntries(words.slice(0, 5).map((word) => [word, word]));
      const whole = JSON.stringify({ ...fields, ...draftOf(words, ids, []) });
      return request.tools.length > 0 ? { toolCalls: [call('submit_report', whole)] } : { content: whole };
    }
    const isFirst = draft === null;
    if (isFirst && course === 'prose first' && request.tools.length > 0) return { content: words.join('\n') };
    draft =
      draft === null
        ? draftOf(words, ids, citationsWantedBy(wanted))
        : repaired(draft, texts.findLast((text) => text.startsWith('The report was refused')) ?? '', ids);
    if (request.tools.length === 0) return { content: JSON.stringify(draft) };
    if (!isFirst && course === 'repair in prose') return { content: `As you wish: ${words.join(' ')}` };
    return { toolCalls: [call('submit_report', JSON.stringify(draft))] };
  }

  return {
    adapter: 'chat',
    model: 'obeying',
    seen,
    async complete(request) {
      for (const { role, content } of request.messages) if (role !== 'assistant') seen.add(content);
      return reply(answer(request));
    },
  };
}
