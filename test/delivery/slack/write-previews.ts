/** Writes the pages that docs/previews shows: `npm run -s previews -- FOLDER`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { previewHtml } from '../../../delivery/slack/preview-html.ts';
import { renderFailure } from '../../../delivery/slack/render-failure.ts';
import { renderSlack } from '../../../delivery/slack/render-slack.ts';
import { links, longOutline, shortOutline } from './samples.ts';

const folder = process.argv[2] ?? '.zenpulse/previews';
await mkdir(folder, { recursive: true });
const pages = {
  short: renderSlack(shortOutline, links),
  long: renderSlack(longOutline(90), links),
  failure: [
    renderFailure({
      repository: 'acme/shop',
      message: 'GitHub refuses the token: it has expired, was revoked or is not whole.',
      nextStep: 'Start the run again; with a token of your own, make a new one and store it as the secret.',
      runUrl: links.runUrl,
    }),
  ],
};
for (const [name, messages] of Object.entries(pages)) {
  const path = join(folder, `slack-${name}.html`);
  await writeFile(path, previewHtml(messages));
  console.log(path);
}
