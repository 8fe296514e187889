import { parse } from 'yaml';
import { z } from 'zod';

const appFile = z.object({
  name: z.string(),
  description: z.string(),
  public: z.boolean(),
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
  default_events: z.array(z.string()),
});

/** Where GitHub sends webhooks, below the App's public address. */
export const webhookPath = '/api/github/webhooks';

/**
 * The manifest GitHub registers an App from.
 * @param appYaml text of app/app.yml
 * @param publicUrl where GitHub reaches the App, without a slash at its end
 */
export function appManifest(appYaml: string, publicUrl: string) {
  const { name, description, ...rest } = appFile.parse(parse(appYaml));
  return {
    name,
    description,
    url: publicUrl,
    hook_attributes: { url: `${publicUrl}${webhookPath}`, active: true },
    redirect_url: `${publicUrl}/setup/done`,
    ...rest,
  };
}
