import { generateKeyPairSync } from 'node:crypto';
import { Probot } from 'probot';
import { pino } from 'pino';
import { octokitOptions } from '../../../app/github/octokit-options.ts';
import { createGitHubPort } from '../../../app/github/octokit-port.ts';
import type { RestEdges } from '../../../app/github/rest-client.ts';
import type { CallLimits } from '../../../calls/call-policy.ts';
import type { RepositoryAddress } from '../../../app/github/github-port.ts';
import { githubForTest, shop, type TestGitHub } from '../../github/github-for-test.ts';
import type { GitHubOptions } from '../../github/github-server.ts';
import { repositoryOf } from '../../github/state.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

export interface PortForTest extends Omit<RestEdges, 'octokit'> {
  github: TestGitHub;
  port: ReturnType<typeof createGitHubPort>;
  address: RepositoryAddress;
  /** Waits between tries, in milliseconds. */
  waits: number[];
  /** Lines Probot and its clients logged. */
  logged: string[];
  /** Methods and paths asked for, without those for tokens. */
  asked(): string[];
}

export interface PortOptions extends GitHubOptions {
  limits?: CallLimits;
}

/** The real adapter over Probot's client against a GitHub of its own; waits take no time. */
export async function portForTest({ limits, ...options }: PortOptions = {}): Promise<PortForTest> {
  const github = await githubForTest(options);
  const waits: number[] = [];
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const probot = new Probot({
    appId: github.state.app.id,
    privateKey,
    secret: 'of the test',
    baseUrl: github.apiUrl,
    log,
    ...octokitOptions(globalThis.fetch, limits && { timeoutMs: limits.tryMs }),
  });
  const edges = {
    clock: () => new Date(github.state.now()),
    sleep: async (ms: number) => void waits.push(ms),
    random: () => 0.5,
  };
  return {
    ...edges,
    github,
    waits,
    logged,
    port: createGitHubPort({ ...edges, octokit: (id) => probot.auth(id) }, limits),
    address: { installationId: String(github.state.app.installationId), fullName: shop },
    asked: () =>
      github.requests
        .filter(({ path }) => !path.endsWith('/access_tokens'))
        .map(({ method, path }) => `${method} ${path}`),
  };
}

/** Id of the stand-in's one repository, as the App stores it. */
export const shopId = ({ github }: Pick<PortForTest, 'github'>) =>
  String(repositoryOf(github.state, shop).id);
