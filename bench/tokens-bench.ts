import { submitTool } from '../action/agent/loop/submit-tool.ts';
import type { Message } from '../action/agent/model/model-port.ts';
import { agentPrompts } from '../action/agent/prompt/agent-prompts.ts';
import { pullIds } from '../action/agent/prompt/compact-manifest.ts';
import { reportMessages, wideMessages } from '../action/agent/prompt/report-messages.ts';
import { notesPerArea } from '../action/agent/wide/area-notes.ts';
import { splitAreas } from '../action/agent/wide/split-areas.ts';
import { manifestOf } from '../test/support/manifest-of.ts';

const sizes = [10, 50, 200, 1_000];
const wideFrom = 120;

/** Tokens of the tool schemas that GitHub's MCP server offers by default, as measured of its version 1.12. */
const defaultToolSetTokens = 10_487;

/** About four characters a token; the same measure on both sides. */
const tokensOf = (text: string) => Math.ceil(text.length / 4);
const tokensOfMessages = (messages: readonly Message[]) =>
  tokensOf(messages.map(({ content }) => content).join('\n'));

const verbs = ['add', 'fix', 'keep', 'round', 'sort', 'cache', 'split', 'show'];
const things = [
  'the cart total',
  'search results',
  'a dark theme',
  'login sessions',
  'order mails',
  'stock counts',
];

const pullAt = (at: number) => ({
  title: `${at % 3 ? 'fix' : 'feat'}(${['cart', 'search', 'mail', 'stock'][at % 4]}): ${verbs[at % verbs.length]} ${things[at % things.length]} (part ${at})`,
  author: { login: `author-${at % 12}`, name: null },
});

/** A body as teams write them: what, why, how it was tested; 600 characters. */
const body = 'This changes how it works so that people no longer run into the problem. '
  .repeat(9)
  .slice(0, 600);

/** What a list of pull requests with bodies comes to, by the fewest fields that a report could do with. */
const naiveList = (count: number) =>
  JSON.stringify(
    Array.from({ length: count }, (_, at) => ({
      number: at + 1,
      title: pullAt(at).title,
      body,
      state: 'closed',
      html_url: `https://github.com/acme/shop/pull/${at + 1}`,
      user: { login: `author-${at % 12}` },
      labels: [],
      created_at: '2026-11-01T09:00:00Z',
      merged_at: '2026-11-02T09:00:00Z',
    })),
  );

function ourTokens(count: number): { prompt: number; calls: number } {
  const manifest = manifestOf(Array.from({ length: count }, (_, at) => pullAt(at)));
  const ids = pullIds(manifest);
  const wishes = { tone: 'neutral', customPrompt: null, sections: [] };
  const prompts = agentPrompts();
  const schemas = tokensOf(JSON.stringify([submitTool]));
  if (count <= wideFrom) {
    const messages = reportMessages(prompts, manifest, wishes, ids, { rounds: 3, toolCalls: 12 }, 'nonce');
    return { prompt: tokensOfMessages(messages) + schemas, calls: 1 };
  }
  const wide = wideMessages(prompts, manifest, wishes, ids, 'nonce');
  const areas = splitAreas(manifest.pull_requests);
  const notes = areas.flatMap((area) =>
    area
      .slice(0, notesPerArea)
      .map(({ key }) => ({ text: 'What changed for people, in one plain sentence', pull_requests: [key] })),
  );
  const reading = areas.reduce((sum, area) => sum + tokensOfMessages(wide.area(area)), 0);
  return { prompt: reading + tokensOfMessages(wide.report(notes)), calls: areas.length + 1 };
}

/** Prompt tokens of a run's calls beside a plain set-up: the default tools and one list with bodies. */
export async function run(): Promise<void> {
  const rows = sizes.map((count) => {
    const { prompt, calls } = ourTokens(count);
    const naive = defaultToolSetTokens + tokensOf(naiveList(count));
    return {
      'pull requests': count,
      'our prompt tokens': prompt,
      'in calls': calls,
      'plain set-up': naive,
      'share %': Math.round((100 * prompt) / naive),
    };
  });
  console.log('Prompt tokens, estimated at four characters each');
  console.table(rows);
}
