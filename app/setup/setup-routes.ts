import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import { appManifest } from './app-manifest.ts';

export interface SetupEdges {
  appYaml: string;
  /** Where GitHub reaches the App. */
  publicUrl: string;
  serverUrl: string;
  apiUrl: string;
  /** Printed on the terminal: only who sees that may register an App. */
  key: string;
  fetch: typeof globalThis.fetch;
  /** Keeps what GitHub made. */
  save: (values: Record<string, string>) => Promise<void>;
  /** Told once all is done. */
  onDone: (installUrl: string) => void;
}

const conversion = z.object({
  id: z.number(),
  client_id: z.string(),
  client_secret: z.string(),
  webhook_secret: z.string(),
  pem: z.string(),
  html_url: z.url(),
});

const isSame = (given: string, key: string) =>
  given.length === key.length && timingSafeEqual(Buffer.from(given), Buffer.from(key));

const style = html`<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1rem; color-scheme: light dark; }
  button, input { font: inherit; padding: 0.5rem 1rem; }
</style>`;

const page = (title: string, body: ReturnType<typeof html>) =>
  html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>${style}</head><body><h1>${title}</h1>${body}</body></html>`;

/**
 * The set-up page: a form that has GitHub register an App from a manifest, and the place GitHub comes back to with a
 * code for its id, key and secrets. Every step needs the key from the terminal.
 */
export function setupRoutes(edges: SetupEdges): Hono {
  const routes = new Hono();
  routes.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'unsafe-inline'"],
        formAction: ["'self'", edges.serverUrl],
      },
      referrerPolicy: 'no-referrer',
    }),
  );

  routes.get('/setup', (context) => {
    if (!isSame(context.req.query('key') ?? '', edges.key))
      return context.html(
        page('Set up ZenPulse', html`<p>Open the address that is printed on the terminal.</p>`),
        403,
      );
    const manifest = JSON.stringify(appManifest(edges.appYaml, edges.publicUrl));
    const organisation = /^[\w-]{1,39}$/.exec(context.req.query('organisation') ?? '')?.[0];
    const account = organisation === undefined ? '' : `/organizations/${organisation}`;
    const action = `${edges.serverUrl}${account}/settings/apps/new?state=${encodeURIComponent(edges.key)}`;
    return context.html(
      page(
        'Set up ZenPulse',
        html`<p>GitHub registers an App of your own, with the least permissions it needs. Its key and secrets go to <code>.env</code> on this machine and nowhere else.</p>
          <form action="${action}" method="post"><input type="hidden" name="manifest" value="${manifest}"><button>Register the App on GitHub</button></form>
          <p>It is registered for ${organisation ?? 'your own account'}; add <code>&amp;organisation=NAME</code> to the address for an organisation.</p>`,
      ),
    );
  });

  routes.get('/setup/done', async (context) => {
    const { state = '', code = '' } = context.req.query();
    if (!isSame(state, edges.key) || !/^[\w-]{1,200}$/.test(code))
      return context.html(
        page(
          'Not set up',
          html`<p>This address is only for GitHub to come back to. Start again from the terminal's address.</p>`,
        ),
        403,
      );
    const answer = await edges.fetch(`${edges.apiUrl}/app-manifests/${code}/conversions`, {
      method: 'POST',
      headers: { accept: 'application/vnd.github+json' },
      signal: AbortSignal.timeout(15_000),
    });
    if (!answer.ok)
      return context.html(
        page(
          'Not set up',
          html`<p>GitHub answered ${answer.status}: the code has been used, or is older than an hour. Start again.</p>`,
        ),
        502,
      );
    const app = conversion.parse(await answer.json());
    await edges.save({
      ZENPULSE_URL: edges.publicUrl,
      APP_ID: String(app.id),
      PRIVATE_KEY: app.pem,
      WEBHOOK_SECRET: app.webhook_secret,
      GITHUB_CLIENT_ID: app.client_id,
      GITHUB_CLIENT_SECRET: app.client_secret,
    });
    const installUrl = `${app.html_url}/installations/new`;
    edges.onDone(installUrl);
    return context.redirect(installUrl, 303);
  });
  return routes;
}
