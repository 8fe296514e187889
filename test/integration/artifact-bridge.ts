import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Listening, listen } from '../github/http/listen.ts';

/** Drops the field that act's server does not know. */
function knownFields(incoming: IncomingMessage, body: Buffer): Buffer {
  if (incoming.headers['content-type'] !== 'application/json') return body;
  const { mime_type: _, ...known } = JSON.parse(body.toString()) as Record<string, unknown>;
  return Buffer.from(JSON.stringify(known));
}

/** Puts back the padding of base64 that the blob client takes off, and act's server insists on. */
function paddedSignature(path: string): string {
  const url = new URL(path, 'http://127.0.0.1');
  const signature = url.searchParams.get('sig');
  if (signature === null) return path;
  url.searchParams.set('sig', signature.padEnd(Math.ceil(signature.length / 4) * 4, '='));
  return url.pathname + url.search;
}

/**
 * Stands between GitHub's artifact client and act's artifact server, which does not take what clients of 2026 send:
 * https://github.com/nektos/act/issues/6114. What it forwards is otherwise as it came.
 * @param port of act's server on the loopback address
 */
export const startArtifactBridge = (port: number): Promise<Listening> =>
  listen(async (incoming, response) => {
    const body = knownFields(incoming, await buffer(incoming));
    const { method = 'GET', url = '/', headers } = incoming;
    const { 'transfer-encoding': _, ...kept } = headers;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      // The host stays: act makes the addresses for blobs from it, and these have to lead here too.
      const asked = { host: '127.0.0.1', port, method, path: paddedSignature(url) };
      request({ ...asked, headers: { ...kept, 'content-length': String(body.length) } }, resolve)
        .once('error', reject)
        .end(body);
    });
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(await buffer(answer));
  });
