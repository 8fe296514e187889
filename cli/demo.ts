import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { demoStory } from './demo/demo-story.ts';
import { machineIo } from './machine-io.ts';
import { main } from './main.ts';

const help = `Plays the main job on this machine, with no network, key or server.

  npm run demo                     a throw-away repository with a lively week
  npm run demo -- --repo PATH      any clone; its last 30 days
`;

const say = (text: string) => console.log(styleText('bold', text));

async function makeRepository(folder: string): Promise<string> {
  const path = join(folder, 'shop');
  await mkdir(path);
  const story = await demoStory(new Date()).write(path);
  say(`A throw-away repository: ${path}\n`);
  console.log(await story.git('log', '--graph', '--oneline', '--decorate=short', 'main'));
  return path;
}

async function demo(repository: string | undefined): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'zenpulse-demo-'));
  const path = repository ?? (await makeRepository(folder));
  const io = machineIo();
  const report = async (title: string, out: string, ...options: string[]) => {
    say(`\n${title}`);
    console.log(styleText('dim', `zenpulse report --repo ${path} ${options.join(' ')}\n`));
    return main(['report', '--repo', path, '--out', join(folder, out), ...options], io);
  };
  if (repository !== undefined) return report('The last 30 days', 'last-30-days', '--date-range', '30d');
  const codes = [
    await report('What merged in the last 7 days', 'last-7-days', '--date-range', '7d'),
    await report('Notes for the hotfix', 'hotfix', '--analysis-type', 'release', '--tag-range', 'v1.1.1'),
    await report(
      'What waits for the next release',
      'upcoming',
      '--analysis-type',
      'upcoming',
      '--tone',
      'friendly',
    ),
  ];
  say('\nEach folder above holds report.md, report.json, manifest.json, trace.jsonl and lineage.json.');
  console.log('Next: npm run -s zenpulse -- report --repo PATH-OF-YOUR-CLONE');
  return Math.max(...codes);
}

const { values } = parseArgs({
  options: { repo: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) console.log(help);
else process.exitCode = await demo(values.repo);
