import { generateKeyPairSync } from 'node:crypto';
import { createEmulator } from 'emulate';
import { expect } from 'vitest';
import { freePort } from '../../github/http/free-port.ts';

const appId = 4_242;
const token = 'token-of-ada';

const permissions = { actions: 'write', contents: 'read', metadata: 'read', pull_requests: 'read' };
const events = ['pull_request', 'push', 'release', 'repository'];

/** Where the App takes webhooks, and what they are signed with. */
export interface Hook {
  webhookUrl: string;
  webhookSecret: string;
}

/** A GitHub that nobody of this project wrote: its address and the App's identity, before it starts. */
export async function emulatedGitHub() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });

  /** Starts it with the repository `ada/shop`, which has one commit, and the App installed there as number 100. */
  const start = ({ webhookUrl, webhookSecret }: Hook) =>
    createEmulator({
      service: 'github',
      port,
      baseUrl: url,
      seed: {
        tokens: { [token]: { login: 'ada', scopes: ['repo'] } },
        github: {
          users: [{ login: 'ada', name: 'Ada Lovelace', email: 'ada@example.com' }],
          repos: [{ owner: 'ada', name: 'shop', auto_init: true }],
          apps: [
            {
              app_id: appId,
              slug: 'zenpulse',
              name: 'ZenPulse',
              private_key: privateKey,
              permissions,
              events,
              webhook_url: webhookUrl,
              webhook_secret: webhookSecret,
              installations: [{ installation_id: 100, account: 'ada', permissions, events }],
            },
          ],
        },
      },
    });

  /** Asks it as the owner of `ada/shop`; `path` is below the repository. */
  async function ask<Body>(method: string, path: string, body?: object): Promise<Body> {
    const answer = await fetch(`${url}/repos/ada/shop${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect({ path, isOk: answer.ok }).toEqual({ path, isOk: true });
    return (await answer.json()) as Body;
  }

  return { apiUrl: url, appId, privateKey, start, ask };
}
