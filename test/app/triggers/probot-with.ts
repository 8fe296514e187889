import { pino } from 'pino';
import { Probot } from 'probot';
import { zenPulseApp } from '../../../app/index.ts';
import type { AppEdges } from '../../../app/pulses/app-edges.ts';

/** Probot with the App's handlers, which reaches no network. */
export async function probotWith(edges: AppEdges): Promise<Probot> {
  const probot = new Probot({ githubToken: 'none', log: pino({ level: 'silent' }) });
  await probot.load(zenPulseApp(edges), { cwd: '.', addHandler: () => undefined });
  return probot;
}
