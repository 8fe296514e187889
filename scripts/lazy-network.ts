import path from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

const fileName = 'network.cjs';
const lazyUndici = '\0lazy-undici';
const root = path.resolve(import.meta.dirname, '..');

/** The fetch of undici as one CommonJS file: it is used behind proxies alone. */
async function bundleUndici(): Promise<string> {
  const bundler = await rolldown({ cwd: root, input: 'undici', platform: 'node', logLevel: 'silent' });
  const { output } = await bundler.generate({ format: 'cjs', minify: false, sourcemap: false });
  await bundler.close();
  return output[0].code;
}

const undici = `
  export const fetch = (...args) => load().fetch(...args);
  export function ProxyAgent(...args) { return new (load().ProxyAgent)(...args); }
`;

const fromFile = `
  import { createRequire } from 'node:module';
  const load = () => createRequire(import.meta.url)('./${fileName}');
`;

const fromInside = `const load = () => require('undici');`;

/**
 * undici serves proxies, and is twice what the action loads at its start: here it is a file beside the bundle, loaded
 * when there is a proxy. The toolkit's packages bring several versions of their HTTP client: here they share one.
 * @param asFile false for a bundle of one file: undici then stays inside, evaluated when first used
 */
export const lazyNetwork = (asFile: boolean): Plugin => ({
  name: 'lazy-network',
  resolveId(id, importer) {
    if (id === 'undici' && importer !== lazyUndici) return lazyUndici;
    const isToolkit = importer?.split(path.sep).join('/').includes('/@actions/');
    return isToolkit && id === '@actions/http-client'
      ? this.resolve(id, path.join(root, 'package.json'))
      : null;
  },
  load: (id) => (id === lazyUndici ? (asFile ? fromFile : fromInside) + undici : null),
  async generateBundle() {
    if (asFile) this.emitFile({ type: 'asset', fileName, source: await bundleUndici() });
  },
});
