import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoStory } from './demo/demo-story.ts';
import { main } from './main.ts';
import { machineIo } from './machine-io.ts';

const model = process.env['ZENPULSE_LLM_MODEL'];

const help = `npm run try writes one live report with a real model, over a throw-away repository.

Set in the environment, then run it again:
  ZENPULSE_LLM_MODEL      the model's name, such as gpt-5-mini or qwen3:8b
  ZENPULSE_LLM_API_KEY    its key; none for most local servers
  ZENPULSE_LLM_BASE_URL   where it is served, such as http://127.0.0.1:11434/v1; default: OpenAI
`;

if (!model) {
  console.error(help);
  process.exitCode = 2;
} else {
  const folder = await mkdtemp(join(tmpdir(), 'zenpulse-try-'));
  const path = join(folder, 'shop');
  await mkdir(path);
  await demoStory(new Date()).write(path);
  const options = ['--repo', path, '--date-range', '7d', '--llm-model', model, '--out', join(folder, 'run')];
  process.exitCode = await main(['report', ...options], machineIo());
}
