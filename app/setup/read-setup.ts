import { z } from 'zod';
import { problemsOf } from '../../contract/problems.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';

const address = z
  .url({ protocol: /^https?$/, error: 'accepts an address, such as https://zenpulse.example.com' })
  .transform((url) => url.replace(/\/+$/, ''));

const environment = z.object({
  ZENPULSE_URL: address.optional(),
  GITHUB_SERVER_URL: address.default('https://github.com'),
  GITHUB_API_URL: address.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('accepts a port').int().min(0).max(65_535).default(3000),
});

/** True while there is no App yet. */
export const needsSetup = (variables: NodeJS.ProcessEnv): boolean =>
  ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'].every((name) => !variables[name]);

/**
 * What the set-up page needs before there is an App.
 * @throws ZenPulseError `app_unconfigured`
 */
export function readSetup(variables: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const { data, error } = environment.safeParse(given);
  if (error)
    throw new ZenPulseError('app_unconfigured', {
      problems: problemsOf(error, given).map(({ field, accepts }) => ({
        field,
        accepts,
        isSet: field in given,
      })),
    });
  const { HOST: host, PORT: port, GITHUB_SERVER_URL: serverUrl } = data;
  return {
    host,
    port,
    publicUrl: data.ZENPULSE_URL ?? `http://${host}:${port}`,
    serverUrl,
    apiUrl:
      data.GITHUB_API_URL ??
      (serverUrl === 'https://github.com' ? 'https://api.github.com' : `${serverUrl}/api/v3`),
  };
}
