// Runs before every npm script on whatever `node` comes first in PATH, so nothing here may need more than Node 12.
import { existsSync, readFileSync } from 'fs';

const root = new URL('../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const needed = Number(/\d+/.exec(manifest.engines.node)[0]);
const bundledName = 'node-' + process.platform + '-' + process.arch;
const bundledVersion = manifest.optionalDependencies[bundledName];
const isInstalled = existsSync(new URL('node_modules/' + bundledName + '/bin/node', root));

if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(explain());
  process.exitCode = 1;
}

function explain() {
  const lines = [
    'ZenPulse needs Node ' +
      needed +
      ' or newer. This is Node ' +
      process.versions.node +
      ' (' +
      process.execPath +
      ').',
    '',
    'Why:  the TypeScript sources run as they are, without a build step. Older versions of Node cannot do that.',
  ];
  const step = process.env.npm_lifecycle_event || 'test';
  if (bundledVersion && isInstalled) {
    lines.push(
      'Next: Node ' +
        bundledVersion +
        ' is in node_modules already, and npm puts it first in PATH. Use the npm script:',
      '        npm run ' + step,
    );
  } else if (bundledVersion) {
    lines.push(
      '      On this platform npm brings Node ' +
        bundledVersion +
        ' as the optional package ' +
        bundledName +
        '; it is absent.',
      'Next: install with the optional packages, then try again:',
      '        npm ci --include=optional && npm run ' + step,
    );
  }
  lines.push(
    (bundledVersion ? 'Or:   ' : 'Next: ') + 'install Node ' + needed + ' yourself, then try again:',
    '        nvm install ' +
      needed +
      '        (or: fnm install ' +
      needed +
      ', volta install node@' +
      needed +
      ')',
    '        or download it: https://nodejs.org/en/download',
  );
  return lines.join('\n');
}
