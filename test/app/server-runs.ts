import { createHash } from 'node:crypto';
import { callbackPath } from '../../app/pulses/create-message.ts';
import { callbackAudience } from '../../contract/callback-audience.ts';
import type { CallbackPayload } from '../../contract/callback-payload.ts';
import type { GitHubServer } from '../github/github-server.ts';
import { claimsOfRun } from '../github/oidc/claims-of-run.ts';
import { nameWithOwner, type Repository } from '../github/state/repository.ts';
import type { WorkflowRun } from '../github/state/workflow.ts';
import { payloadOf } from './kit/seed-message.ts';

/** A label by which the rules leave a pull request out, whatever else they say. */
export const leftOut = 'skip-changelog';

const numbersIn = (list: string | undefined) => new Set(list ? list.split(',').map(Number) : []);

/** What a run tells of, by its inputs and by what GitHub has at that moment: as the action decides it. */
export function toldBy(repository: Repository, { inputs }: Pick<WorkflowRun, 'inputs'>): number[] {
  if (inputs['analysis_type'] === 'release') return [];
  const [start = '', end = ''] = (inputs['date_range'] ?? '').split('..');
  const triggers = numbersIn(inputs['trigger_prs']);
  const ignored = numbersIn(inputs['ignored_prs']);
  return [...repository.pulls.values()]
    .filter(({ number, base, mergedAt, labels }) => {
      if (mergedAt === null || base !== inputs['base_branch']) return false;
      if (ignored.has(number) || labels.includes(leftOut)) return false;
      const at = Date.parse(mergedAt);
      return triggers.has(number) || (at >= Date.parse(start) && at < Date.parse(end));
    })
    .map(({ number }) => number);
}

/** A run as it was started. */
export interface PlayedRun {
  repository: string;
  requestId: string;
  runId: string;
  told: number[];
  payload: CallbackPayload;
  /** Statuses its callback was answered with; the last one ended it. */
  answers: number[];
}

export interface PlayedRuns {
  /** In the order they were started. */
  runs: PlayedRun[];
  /** How many have not called back with success yet. */
  open(): number;
  /** Ends those that still try. */
  stop(): Promise<void>;
}

export interface PlayOptions {
  /** Where the App may be reached; each try goes to the next one. */
  bases: () => readonly string[];
  /** What the App calls itself. */
  publicUrl: string;
  /** Default: an identity token of GitHub. */
  proof?: 'oidc' | 'token';
}

/** Between two tries of a callback, in milliseconds. */
const pauseMs = 100;

const payloadFor = (repository: Repository, run: WorkflowRun, told: readonly number[]): CallbackPayload => {
  const isRelease = run.inputs['analysis_type'] === 'release';
  const requestId = run.inputs['request_id'] ?? '';
  return payloadOf({
    requestId,
    runId: `${run.id}-${run.attempt}`,
    status: isRelease || told.length > 0 ? 'completed' : 'no_changes',
    told: told.map((number) => `${nameWithOwner(repository)}#${number}`),
    headline: `Report ${requestId}`,
  });
};

/** Plays every run that a dispatch starts: decides what it tells, and calls the App back until that takes it. */
export function playRuns(
  github: GitHubServer,
  { bases, publicUrl, proof = 'oidc' }: PlayOptions,
): PlayedRuns {
  const runs: PlayedRun[] = [];
  const stopping = new AbortController();
  let tries = 0;

  function addressOf(run: WorkflowRun): string {
    const all = bases();
    const address = `${all[((tries += 1)) % all.length]}${callbackPath}`;
    return proof === 'oidc' ? address : `${address}?token=${run.inputs['webhook_token']}`;
  }

  async function callBack(repository: Repository, run: WorkflowRun, body: string): Promise<number> {
    const digest = createHash('sha256').update(body).digest('hex');
    const aud = callbackAudience(`${publicUrl}${callbackPath}`, digest);
    const bearer = proof === 'oidc' && github.oidc.mintToken({ ...claimsOfRun(repository, run), aud });
    try {
      const answer = await fetch(addressOf(run), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(bearer && { authorization: `Bearer ${bearer}` }),
        },
        body,
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(10_000)]),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }

  async function play(repository: Repository, run: WorkflowRun): Promise<void> {
    const told = toldBy(repository, run);
    const payload = payloadFor(repository, run, told);
    const played: PlayedRun = {
      repository: nameWithOwner(repository),
      requestId: payload.request_id,
      runId: String(run.id),
      told,
      payload,
      answers: [],
    };
    runs.push(played);
    const body = JSON.stringify(payload);
    while (!stopping.signal.aborted) {
      const status = await callBack(repository, run, body);
      played.answers.push(status);
      // As the action does: what may pass is sent again, a refusal is final.
      if (status !== 0 && status < 500) break;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    Object.assign(run, { status: 'completed', conclusion: 'success' });
  }

  const playing: Promise<void>[] = [];
  github.state.onDispatch = (repository, run) => void playing.push(play(repository, run));
  return {
    runs,
    open: () => runs.filter(({ answers }) => answers.at(-1) !== 200).length,
    async stop() {
      stopping.abort();
      await Promise.all(playing);
    },
  };
}
