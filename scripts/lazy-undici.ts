import { createRequire } from 'node:module';
import { type Plugin, rolldown } from 'rolldown';

const fileName = 'undici.cjs';

/** The whole of undici as one CommonJS file, which can be loaded without waiting. */
async function bundleUndici(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('undici');
  const bundler = await rolldown({ input: entry, platform: 'node', logLevel: 'silent' });
  const { output } = await bundler.generate({ format: 'cjs', minify: false, sourcemap: false });
  await bundler.close();
  return output[0].code;
}

const proxies = (load: string) => `
  const load = () => ${load};
  export const fetch = (...args) => load().fetch(...args);
  export function ProxyAgent(...args) { return new (load().ProxyAgent)(...args); }
`;

/**
 * `undici` serves @actions/http-client behind proxies only, and is a third of what the action loads at its start:
 * here it is loaded when it is first used.
 * @param asFile a file of its own beside the bundle; otherwise it stays inside, evaluated when first used
 */
export const lazyUndici = (asFile: boolean): Plugin => ({
  name: 'lazy-undici',
  resolveId: (id, importer) => (id === 'undici' && importer?.includes('/@actions/') ? '\0lazy-undici' : null),
  load: (id) => {
    if (id !== '\0lazy-undici') return null;
    if (!asFile) return proxies("require('undici')");
    return `import { createRequire } from 'node:module'; ${proxies(`createRequire(import.meta.url)('./${fileName}')`)}`;
  },
  async generateBundle() {
    if (asFile) this.emitFile({ type: 'asset', fileName, source: await bundleUndici() });
  },
});
