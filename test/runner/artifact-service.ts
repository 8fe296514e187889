import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An artifact as the service of GitHub Actions holds it: a zip, by its id. */
export interface StoredArtifact {
  id: string;
  name: string;
  zip: Buffer;
  /** The run and the job that brought it; a run keeps its own over all attempts. */
  runBackendId: string;
  jobBackendId: string;
}

export interface ArtifactService {
  /** For `ACTIONS_RESULTS_URL`. */
  url: string;
  artifacts: StoredArtifact[];
  /** Set to a status to refuse every new artifact with it. */
  refuseWith: number | null;
  /** Set to a status to answer every upload with it, without a word, as storage behind the service does. */
  refuseUploadsWith: number | null;
  /** Ids of the artifacts that were downloaded, in order. */
  downloads: string[];
  close(): Promise<void>;
}

const service = '/twirp/github.actions.results.api.v1.ArtifactService/';

/** As the client writes it: 64-bit ids are text in protobuf's JSON. */
interface Message {
  name?: string;
  hash?: { value?: string } | string;
  workflow_run_backend_id?: string;
  workflow_job_run_backend_id?: string;
  id_filter?: string;
}

const isOfRun = (artifact: StoredArtifact, { workflow_run_backend_id: run }: Message) =>
  artifact.runBackendId === run;

function listed({ id, name, zip, runBackendId, jobBackendId }: StoredArtifact): object {
  return {
    workflowRunBackendId: runBackendId,
    workflowJobRunBackendId: jobBackendId,
    databaseId: id,
    name,
    size: String(zip.length),
    createdAt: '2026-11-08T00:00:00Z',
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/**
 * The service that `@actions/artifact` 6 talks to. Up: `CreateArtifact`, blocks put to a blob address,
 * `FinalizeArtifact` with the digest of all of them, which is checked. Down: `ListArtifacts` of the run by id,
 * `GetSignedArtifactURL`, and the zip from a blob address with a signature in its query.
 */
export async function startArtifactService(): Promise<ArtifactService> {
  const blocks = new Map<string, Buffer[]>();
  const answer: ArtifactService = {
    url: '',
    artifacts: [],
    refuseWith: null,
    refuseUploadsWith: null,
    downloads: [],
    close: async () => {},
  };
  const server = createServer((request, response) => {
    const send = (status: number, body: object = {}) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const respond = async () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', answer.url);
      const body = await bodyOf(request);
      if (pathname.startsWith('/blob/')) {
        const name = decodeURIComponent(pathname.slice('/blob/'.length));
        if (request.method === 'GET') {
          const wanted = answer.artifacts.find((artifact) => artifact.id === name);
          if (wanted === undefined || searchParams.get('sig') !== 'signed') return send(403);
          answer.downloads.push(wanted.id);
          return response.writeHead(200, { 'content-type': 'application/zip' }).end(wanted.zip);
        }
        if (answer.refuseUploadsWith !== null) return response.writeHead(answer.refuseUploadsWith).end();
        if (searchParams.get('comp') !== 'blocklist') blocks.get(name)?.push(body);
        return send(201);
      }
      const message = JSON.parse(body.toString()) as Message;
      const { name = '', hash } = message;
      const ofRun = answer.artifacts.filter((artifact) => isOfRun(artifact, message));
      if (pathname === `${service}ListArtifacts`) {
        const found = ofRun.filter(({ id }) => message.id_filter === undefined || id === message.id_filter);
        return send(200, { artifacts: found.map(listed) });
      }
      if (pathname === `${service}GetSignedArtifactURL`) {
        const wanted = ofRun.find(
          (each) => each.name === name && each.jobBackendId === message.workflow_job_run_backend_id,
        );
        if (wanted === undefined) return send(404, { code: 'not_found', msg: 'no such artifact' });
        return send(200, { signedUrl: `${answer.url}/blob/${wanted.id}?sig=signed` });
      }
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
      const { workflow_run_backend_id: runBackendId = '', workflow_job_run_backend_id: jobBackendId = '' } =
        message;
      answer.artifacts.push({ id, name, zip, runBackendId, jobBackendId });
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
