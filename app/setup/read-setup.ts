import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const environment = z.object({
  ZENPULSE_URL: address.optional(),
  GITHUB_SERVER_URL: address.default('https://github.com'),
  GITHUB_API_URL: address.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
});

/** What the set-up page needs before there is an App, and whether there is none yet. */
export function readSetup(variables: NodeJS.ProcessEnv) {
  const read = environment.parse(
    Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== '')),
  );
  const { HOST: host, PORT: port, GITHUB_SERVER_URL: serverUrl } = read;
  return {
    isNew: ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'].every((name) => !variables[name]),
    host,
    port,
    publicUrl: read.ZENPULSE_URL ?? `http://${host}:${port}`,
    serverUrl,
    apiUrl:
      read.GITHUB_API_URL ??
      (serverUrl === 'https://github.com' ? 'https://api.github.com' : `${serverUrl}/api/v3`),
  };
}
