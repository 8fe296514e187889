import * as core from '@actions/core';
import type { CallbackPayload } from '../../contract/callback-payload.ts';
import type { DeliveryEdges } from '../../delivery/edges.ts';
import { createGuardedFetch } from '../../delivery/guarded-fetch.ts';
import type { Resolve } from '../../delivery/guard/reachable-addresses.ts';
import { setFailed } from '../publish/set-failed.ts';
import { type RunContext, runUrl } from '../run-context.ts';
import { callbackTarget } from './callback-target.ts';
import { deliver } from './deliver.ts';
import type { DeliveryInputs } from './delivery-inputs.ts';
import { keepDeadLetter } from './keep-dead-letter.ts';
import { outcomeLines, outcomeOutputs, outcomeWarnings } from './outcome.ts';
import { idTokenSource } from './request-id-token.ts';
import { slackTarget } from './slack-target.ts';

/** What a delivery touches of the runner. */
export interface DeliverRunEdges extends Omit<DeliveryEdges, 'fetch'> {
  variables: NodeJS.ProcessEnv;
  /** For the runner's own services alone; what is delivered goes through a guarded one. */
  fetch: typeof globalThis.fetch;
  resolve: Resolve;
  newId: () => string;
}

export interface DeliverRun {
  payload: CallbackPayload;
  inputs: DeliveryInputs;
  context: RunContext;
  /** Nothing of it is posted to Slack: the result was not even trusted. */
  isQuiet?: boolean;
}

/** Slack's own hosts, which nobody has to allow. */
const slackHosts = ['hooks.slack.com', 'hooks.slack-gov.com', 'slack.com', 'slack-gov.com'];

/**
 * Delivers what came of a run and tells how that went: in the log, the summary and the outputs. A delivery that failed
 * makes the step fail.
 */
export async function deliverRun(
  { payload, inputs, context, isQuiet = false }: DeliverRun,
  edges: DeliverRunEdges,
): Promise<void> {
  const { clock, sleep, random, signal, resolve, newId } = edges;
  const allowedHosts = inputs.callback_allowed_hosts;
  const through = (hosts: readonly string[]): DeliveryEdges => ({
    fetch: createGuardedFetch({ allowedHosts: hosts, resolve }),
    clock,
    sleep,
    random,
    signal,
  });
  const outcome = await deliver(
    {
      payload,
      callback: callbackTarget(inputs, idTokenSource({ ...edges, mask: core.setSecret })),
      slack: slackTarget(inputs),
      place: { runUrl: runUrl(context), repository: context.repository },
      // By the address alone: one that the workflow file names itself is nobody's App.
      isForApp: inputs.callback_url !== undefined && inputs.callback_url === context.dispatched.callbackUrl,
      isQuiet,
    },
    {
      callback: through(allowedHosts),
      slack: through([...slackHosts, ...allowedHosts]),
      keep: (letter) => keepDeadLetter(letter, newId(), context, inputs.retention_days),
    },
  );
  for (const [name, value] of Object.entries(outcomeOutputs(outcome))) core.setOutput(name, value);
  const lines = outcomeLines(outcome);
  for (const line of lines) core.info(line);
  if (lines.length > 0)
    await core.summary.addRaw(`\n\n${lines.map((line) => `- ${line}\n`).join('')}`).write();
  for (const warning of outcomeWarnings(outcome)) core.warning(warning);
  for (const problem of outcome.problems) setFailed(problem);
}
