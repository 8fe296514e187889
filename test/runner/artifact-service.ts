import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An artifact as the service of GitHub Actions holds it: a zip, by its id. */
export interface StoredArtifact {
  id: string;
  name: string;
  zip: Buffer;
}

export interface ArtifactService {
  /** For `ACTIONS_RESULTS_URL`. */
  url: string;
  artifacts: StoredArtifact[];
  /** Set to a status to refuse every new artifact with it. */
  refuseWith: number | null;
  close(): Promise<void>;
}

const service = '/twirp/github.actions.results.api.v1.ArtifactService/';

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/**
 * The service that `@actions/artifact` 6 talks to: `CreateArtifact`, blocks put to a blob address, `FinalizeArtifact`
 * with the digest of all of them, which is checked.
 */
export async function startArtifactService(): Promise<ArtifactService> {
  const blocks = new Map<string, Buffer[]>();
  const answer: ArtifactService = { url: '', artifacts: [], refuseWith: null, close: async () => {} };
  const server = createServer((request, response) => {
    const send = (status: number, body: object = {}) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const respond = async () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', answer.url);
      const body = await bodyOf(request);
      if (pathname.startsWith('/blob/')) {
        const name = decodeURIComponent(pathname.slice('/blob/'.length));
        if (searchParams.get('comp') !== 'blocklist') blocks.get(name)?.push(body);
        return send(201);
      }
      const { name, hash } = JSON.parse(body.toString()) as {
        name: string;
        hash?: { value?: string } | string;
      };
      if (answer.refuseWith !== null)
        return send(answer.refuseWith, { code: 'already_exists', msg: 'refused' });
      if (pathname === `${service}CreateArtifact`) {
        blocks.set(name, []);
        return send(200, { ok: true, signedUploadUrl: `${answer.url}/blob/${encodeURIComponent(name)}` });
      }
      if (pathname !== `${service}FinalizeArtifact`) return send(404);
      const zip = Buffer.concat(blocks.get(name) ?? []);
      const told = (typeof hash === 'string' ? hash : hash?.value)?.replace(/^sha256:/, '');
      if (told !== createHash('sha256').update(zip).digest('hex'))
        return send(400, { msg: 'the digest differs' });
      const id = String(answer.artifacts.length + 101);
      answer.artifacts.push({ id, name, zip });
      return send(200, { ok: true, artifactId: id });
    };
    respond().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  answer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answer.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return answer;
}
