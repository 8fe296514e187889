import { createGitSource } from '../../action/sources/git.ts';
import { endedPayload, failedPayload } from '../../action/callback-payload.ts';
import { pulse, type PulseResult } from '../../action/pulse.ts';
import { pulseRequest } from '../../contract/pulse-request.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { type BoundaryName } from '../../scripts/generate/json-schemas.ts';
import { repositoryFileExample } from '../../scripts/generate/repository-file-example.ts';
import { gitHistory } from '../git/git-history.ts';
import { makeTempFolder } from '../git/temp-folder.ts';

const identity = { requestId: 'request-1', pipelineRunId: '4711-1' };

/** A real run over a small clone with a little of everything: a merge, a push, an exclusion, a revert. */
async function smallRun(dateRange: string): Promise<PulseResult> {
  const history = gitHistory({ origin: 'https://github.com/acme/shop.git' });
  history.commit('Initial commit', {
    files: { '.github/zenpulse.yml': 'excludes:\n  titles: ["^chore"]\n' },
  });
  history.squash(11, 'feat: pay by card');
  history.mergePull(12, 'fix: round the total');
  history.squash(13, 'chore: tidy');
  const reverted = history.squash(14, 'feat: a mistake');
  history.revert(reverted, { number: 15 });
  history.commit('Hotfix on main');
  const folder = await makeTempFolder();
  try {
    await history.write(folder.path);
    return await pulse(pulseRequest.parse({ repo: [folder.path], date_range: dateRange }), {
      sources: [await createGitSource(folder.path, { environment: process.env })],
      clock: () => new Date('2026-11-08T09:00:00Z'),
      loadWriters: async () => [(await import('../../action/agent/embedded-writer.ts')).embeddedWriter],
      rules: null,
      ...identity,
      tool: { name: 'zenpulse', version: '0.0.0', runtime: 'node' },
    });
  } finally {
    await folder.remove();
  }
}

const contentOf = ({ files }: PulseResult, name: string) =>
  files.find((file) => file.name === name)?.content ?? '';

/** Values of each boundary that both zod and the JSON Schema must accept, as they look on the wire. */
export async function boundarySamples(): Promise<Record<BoundaryName, unknown[]>> {
  const full = await smallRun('2026-11-01..2026-11-07');
  const empty = await smallRun('2025-01-01..2025-01-02');
  const report = JSON.parse(contentOf(full, 'report.json')) as Record<string, unknown>;
  const { headline, summary, sections } = report;
  const failure = new ZenPulseError('git_missing', {});
  const artifact = { uri: 'https://example.com/artifact', digest: `sha256:${'0'.repeat(64)}` };
  const samples = {
    'pulse-request': [
      { repo: 'acme/shop' },
      { repo: ['acme/shop', '../billing'], tag_range: 'acme/shop@v1..v2', analysis_type: 'release' },
      {
        repo: 'acme/shop',
        base_branch: 'release/1.x',
        date_range: '7d',
        tone: 'friendly',
        custom_prompt: 'Name the customer.',
        ignored_prs: '12,13',
        trigger_prs: ['#14', 'acme/shop#15'],
        llm_model: 'gpt-5',
        llm_api: 'responses',
        max_iterations: '5',
        max_tokens: 50_000,
        dry_run: 'true',
        callback_url: 'https://zenpulse.example.com/callback',
        request_id: 'merge:acme.shop-1',
        webhook_token: 'once',
      },
    ],
    manifest: [full.manifest, empty.manifest],
    'report-draft': [{ headline, summary, sections }],
    report: [report],
    lineage: [full, empty].map((run): unknown => JSON.parse(contentOf(run, 'lineage.json'))),
    'callback-payload': [
      endedPayload(identity, full, artifact),
      endedPayload(identity, empty, null),
      failedPayload(identity, failure),
    ],
    'dead-letter': [
      {
        contract_version: '1',
        state: 'exhausted',
        destination: 'https://zenpulse.example.com/callback',
        webhook_id: 'zenpulse_0123456789abcdef0123456789abcdef',
        tries: [{ at: '2026-11-08T09:00:00.000Z', outcome: 'answered 503' }],
        problem: { code: failure.code, message: failure.message, next_step: failure.nextStep },
        payload: failedPayload(identity, failure),
      },
    ],
    'repository-file': [{}, { excludes: {}, triggers: { release: {} } }, repositoryFileExample],
    'trace-event': contentOf(full, 'trace.jsonl')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  };
  // What is sent is JSON: a value that JSON would change is no sample.
  return JSON.parse(JSON.stringify(samples)) as typeof samples;
}
