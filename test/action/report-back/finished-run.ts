import { embeddedWriter } from '../../../action/agent/embedded-writer.ts';
import { endedPayload, withoutText } from '../../../action/callback-payload.ts';
import { pulse } from '../../../action/pulse.ts';
import { createGitSource } from '../../../action/sources/git.ts';
import type { CallbackPayload } from '../../../contract/callback-payload.ts';
import { pulseRequest } from '../../../contract/pulse-request.ts';
import { gitHistory } from '../../git/git-history.ts';
import { makeTempFolder } from '../../git/temp-folder.ts';

export const artifact = {
  uri: 'https://github.com/acme/shop/actions/runs/4711/artifacts/101',
  digest: `sha256:${'a'.repeat(64)}`,
};

/** What a real run hands on: the payload whole and without text, and the bytes of its files by name. */
export async function finishedRun() {
  const history = gitHistory({ origin: 'https://github.com/acme/shop.git' });
  history.commit('Initial commit');
  history.squash(11, 'feat: pay by card');
  const identity = { requestId: 'merge:1', pipelineRunId: '4711-1' };
  const folder = await makeTempFolder();
  await history.write(folder.path);
  const result = await pulse(
    pulseRequest.parse({ repo: [folder.path], date_range: '2026-11-01..2026-11-07' }),
    {
      sources: [await createGitSource(folder.path, { environment: process.env })],
      clock: () => new Date('2026-11-08T09:00:00Z'),
      loadWriters: async () => [embeddedWriter],
      rules: null,
      ...identity,
      tool: { name: 'zenpulse', version: '0.0.0', runtime: 'node' },
    },
  );
  await folder.remove();
  const whole: CallbackPayload = endedPayload(identity, result, artifact);
  const files = new Map(result.files.map(({ name, content }) => [name, Buffer.from(content)]));
  return { whole, handed: withoutText(whole), files };
}
