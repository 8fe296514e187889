import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { intakePath } from '../../app/intake/create-intake.ts';
import { secret, webhookHeaders } from '../app/intake/intake-for-test.ts';

const mebibyte = 1024 * 1024;

/** Valid JSON of exactly so many bytes. */
const bodyOf = (bytes: number) => Buffer.from(`{"text":"${'x'.repeat(bytes - 11)}"}`);

interface Child {
  port: number;
  url: string;
  /** Largest memory so far, in MiB. */
  peakMb(): Promise<number>;
}

/** @param answerMs how long a request may take */
async function intakeChild(answerMs = 9_000): Promise<Child> {
  const file = new URL('../app/intake/intake-child.ts', import.meta.url);
  const child: ChildProcess = fork(file, [secret, String(answerMs)], { stdio: 'inherit' });
  onTestFinished(async () => {
    child.kill();
    await once(child, 'exit');
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    port,
    url: `http://127.0.0.1:${port}${intakePath}`,
    async peakMb() {
      child.send('how much?');
      const [{ peakMb }] = (await once(child, 'message')) as [{ peakMb: number }];
      return peakMb;
    },
  };
}

const post = async (url: string, body: Buffer, headers: Record<string, string> = {}) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...webhookHeaders(body), ...headers },
    body: new Uint8Array(body),
  });
  await response.arrayBuffer();
  return response.status;
};

/** The status line of the answer to what is written, piece by piece; it stays connected until it is answered. */
async function drip(port: number, pieces: readonly (string | Buffer)[], pauseMs: number) {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    answer += text;
  });
  const ended = new Promise((resolve) => socket.on('close', resolve).on('error', resolve));
  const left = [...pieces];
  const timer = setInterval(() => {
    const piece = left.shift();
    if (piece !== undefined && socket.writable) socket.write(piece);
  }, pauseMs);
  await ended;
  clearInterval(timer);
  return answer.split('\r\n', 1)[0];
}

const head = (headers: Record<string, string>) =>
  [
    `POST ${intakePath} HTTP/1.1`,
    'host: localhost',
    ...Object.entries(headers).map(([key, value]) => `${key}: ${value}`),
    '',
    '',
  ].join('\r\n');

describe('W7: large bodies and slow clients', () => {
  it('takes the largest body GitHub sends, and no larger one, announced or not', async () => {
    const { url, port } = await intakeChild();
    expect(await post(url, bodyOf(25 * mebibyte))).toBe(202);
    expect(await post(url, bodyOf(25 * mebibyte + 1))).toBe(413);
    const huge = head({ ...webhookHeaders(''), 'transfer-encoding': 'chunked' });
    const chunk = Buffer.concat([Buffer.from('500000\r\n'), Buffer.alloc(5 * mebibyte), Buffer.from('\r\n')]);
    expect(await drip(port, [huge, ...Array.from({ length: 8 }, () => chunk)], 10)).toBe(
      'HTTP/1.1 413 Payload Too Large',
    );
  });

  it('holds a bounded part of many large bodies at once, signed or not, and lets small ones through', async () => {
    const { url, peakMb } = await intakeChild();
    const large = bodyOf(24 * mebibyte);
    expect(await post(url, bodyOf(100))).toBe(202);
    const before = await peakMb();
    const forged = { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` };
    const many = Array.from({ length: 30 }, (_, at) =>
      // A refusal may cut a sender off in the middle.
      post(url, large, at % 2 ? forged : {}).catch(() => 'cut'),
    );
    const small = await Promise.all(Array.from({ length: 50 }, () => post(url, bodyOf(20_000))));
    const answers = await Promise.all(many);
    expect(new Set(small)).toEqual(new Set([202]));
    expect(answers.filter((answer) => ![202, 401, 503, 'cut'].includes(answer))).toEqual([]);
    // 30 bodies are 720 MiB.
    expect((await peakMb()) - before).toBeLessThan(400);
    // All was given back.
    expect(await post(url, large)).toBe(202);
  }, 60_000);

  it('gives a body that drips in only its time, and many of them hold up nobody', async () => {
    const { url, port } = await intakeChild(500);
    const slow = head({ ...webhookHeaders(''), 'content-length': '1000' });
    const drops = Array.from({ length: 200 }, () => '{');
    const dripping = Array.from({ length: 100 }, () => drip(port, [slow, ...drops], 25));
    expect(await post(url, bodyOf(100))).toBe(202);
    expect(new Set(await Promise.all(dripping))).toEqual(new Set(['HTTP/1.1 408 Request Timeout']));
    expect(await post(url, bodyOf(100))).toBe(202);
  });

  it('cuts off headers that drip in', async () => {
    const { port } = await intakeChild();
    const letters = Array.from(head(webhookHeaders('')).slice(0, 200));
    expect(await drip(port, letters, 100)).toBe('HTTP/1.1 408 Request Timeout');
  });
});
