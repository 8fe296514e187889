import path from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

const fileName = 'network.cjs';
const root = path.resolve(import.meta.dirname, '..');

/** What stands behind a proxy: the toolkit's HTTP client and the fetch of undici, as one CommonJS file. */
async function bundleNetwork(): Promise<string> {
  const entry = '\0network';
  const bundler = await rolldown({
    cwd: root,
    input: entry,
    platform: 'node',
    logLevel: 'silent',
    plugins: [
      {
        name: 'network',
        resolveId(id) {
          if (id === entry) return entry;
          return id === 'undici' || id === '@actions/http-client'
            ? this.resolve(id, path.join(root, 'package.json'))
            : null;
        },
        load: (id) =>
          id === entry
            ? `export { HttpClient } from '@actions/http-client'; export { fetch, ProxyAgent } from 'undici';`
            : null,
      },
    ],
  });
  const { output } = await bundler.generate({ format: 'cjs', minify: false, sourcemap: false });
  await bundler.close();
  return output[0].code;
}

const undici = `
  export const fetch = (...args) => load().fetch(...args);
  export function ProxyAgent(...args) { return new (load().ProxyAgent)(...args); }
`;

/** Without a proxy the client has no agent of its own to give, and GitHub is asked with Node's own fetch. */
const httpClient = `
  const isProxied = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].some((name) => process.env[name]);
  export class HttpClient {
    constructor(...args) { if (isProxied) return new (load().HttpClient)(...args); }
    getAgent() {}
    getAgentDispatcher() {}
  }
`;

const load = `
  import { createRequire } from 'node:module';
  const load = () => createRequire(import.meta.url)('./${fileName}');
`;

const isFrom = (importer: string | undefined, folder: string) =>
  importer?.split(path.sep).join('/').includes(folder) ?? false;

/**
 * The toolkit's network stack serves proxies, and is a third of what the action loads at its start: here it is a file
 * beside the bundle, loaded when there is a proxy.
 * @param asFile false for a bundle of one file: undici then stays inside, evaluated when first used
 */
export const lazyNetwork = (asFile: boolean): Plugin => ({
  name: 'lazy-network',
  resolveId(id, importer) {
    if (id === 'undici' && isFrom(importer, '/@actions/')) return '\0lazy-undici';
    return asFile && id === '@actions/http-client' && isFrom(importer, '/@actions/github/')
      ? '\0lazy-http-client'
      : null;
  },
  load(id) {
    if (id === '\0lazy-undici')
      return asFile ? load + undici : `const load = () => require('undici'); ${undici}`;
    return id === '\0lazy-http-client' ? load + httpClient : null;
  },
  async generateBundle() {
    if (asFile) this.emitFile({ type: 'asset', fileName, source: await bundleNetwork() });
  },
});
