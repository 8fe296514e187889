/** An MCP server over stdio, without the SDK, that misbehaves as told by its first argument. */
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Behaviour } from './fake-stdio-server.ts';

const behaviour = JSON.parse(process.argv[2] ?? '{}') as Behaviour;
const record = (event: string, data: unknown) =>
  appendFileSync(behaviour.log, `${JSON.stringify({ event, data })}\n`);

const child = behaviour.hasChild
  ? spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })
  : null;
record('start', {
  pid: process.pid,
  child: child?.pid ?? null,
  args: process.argv.slice(3),
  env: process.env,
});
if (behaviour.ignoresSignals) process.on('SIGTERM', () => {});
if (behaviour.start === 'exit') {
  process.stderr.write(`no such tool; my token is ${process.env['GITHUB_PERSONAL_ACCESS_TOKEN']}\n`);
  process.exit(1);
}

const send = (message: object) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
const noise = () => {
  if (behaviour.noise) process.stdout.write('Listening…\n{"half": \n\n[1,2]\n{"jsonrpc":"2.0"}\n');
  if (behaviour.stderrBytes) process.stderr.write('x'.repeat(behaviour.stderrBytes));
};

function onCall(id: unknown, params: unknown): void {
  record('call', params);
  if (behaviour.call === 'hang') return;
  if (behaviour.call === 'crash' || (behaviour.call === 'crash-once' && !behaviour.wasStarted))
    process.exit(7);
  const content = behaviour.content ?? [{ type: 'text', text: JSON.stringify({ title: 'From the fake' }) }];
  if (behaviour.bytes) content.push({ type: 'text', text: 'y'.repeat(behaviour.bytes) });
  send({ id, result: { content, isError: behaviour.isError ?? false } });
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line) as { id?: unknown; method: string; params?: unknown };
  if (behaviour.start === 'hang') return;
  noise();
  if (method === 'initialize') {
    const serverInfo = { name: 'fake', version: '1' };
    send({ id, result: { protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo } });
  } else if (method === 'tools/list') send({ id, result: { tools: behaviour.tools } });
  else if (method === 'tools/call') onCall(id, params);
});
if (behaviour.outlivesInput) setInterval(() => {}, 1000);
