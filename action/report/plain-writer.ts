import type { ReportDraft } from '../../contract/report.ts';
import { noUsage, type Writer } from '../agent/writer.ts';
import { capitalise, countOf } from './words.ts';

/** The last resort: states the facts and cites nothing, so every pull request comes under "Also merged". */
export const plainWriter: Writer = {
  adapter: 'plain',
  model: null,
  version: '1',
  prompts: [],
  tools: [],
  write: async (manifest) => {
    const included = manifest.pull_requests.filter(({ decision }) => decision === 'included').length;
    const draft: ReportDraft = {
      headline: `${capitalise(countOf(included, 'pull request'))} merged`,
      summary: 'This report lists what merged, without further words.',
      sections: [],
    };
    return { draft, reason: null, notices: [], usage: noUsage };
  },
};
