import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

type Lookup = (hostname: string, options: dns.LookupOptions, callback: LookupCallback) => void;
type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | dns.LookupAddress[],
  family?: number,
) => void;
interface Target {
  /** A Unix socket; `null` from http's agent. */
  path?: string | null;
  host?: string;
  port?: number | string;
  lookup?: Lookup;
}
type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** One list a process, since a pool may run the set-up of several test files in the same one. */
const shared = globalThis as { [installed]?: string[] };
const installed = Symbol.for('zenpulse.test.loopback-only');

/**
 * Refuses connections and name look-ups that leave this machine, for all of Node's clients: they share `net` and
 * `dns`. Child processes and UDP are not covered.
 *
 * @returns what was refused so far, for the caller to empty
 */
export function allowOnlyLoopback(): string[] {
  if (shared[installed]) return shared[installed];
  const attempts: string[] = [];
  shared[installed] = attempts;
  guardSockets(attempts);
  guardNames(dns, attempts);
  guardNames(dns.promises, attempts);
  guardNames(dns.Resolver.prototype, attempts);
  guardNames(dns.promises.Resolver.prototype, attempts);
  // Without it `import { lookup } from 'node:dns'` would keep the original.
  syncBuiltinESMExports();
  return attempts;
}

export function isLoopback(host: string): boolean {
  if (net.isIP(host) === 0) return /^(?:.+\.)?localhost\.?$/i.test(host);
  return host === '::1' || /^(?:::ffff:)?127\./i.test(host);
}

function guardSockets(attempts: string[]): void {
  const connect = net.Socket.prototype.connect as AnyFunction;
  const guarded: AnyFunction = function (this: unknown, ...args) {
    const socket = this as net.Socket;
    const target = targetOf(args);
    const host = target.host ?? 'localhost';
    if (target.path || isLoopback(host)) return connect.apply(socket, args);
    if (net.isIP(host) === 0 && target.lookup) {
      // A look-up passed in is the test's own: the name is free, the address it leads to is not.
      target.lookup = guardLookup(target.lookup, attempts);
      return connect.apply(socket, args);
    }
    // Later, as real failures are: clients attach their error handlers after connect() returned.
    process.nextTick(() => socket.destroy(refusal(attempts, `${host}:${target.port}`)));
    return socket;
  };
  net.Socket.prototype.connect = guarded as typeof net.Socket.prototype.connect;
}

/** The options object that `connect` will read; changing it changes the call. */
function targetOf(args: unknown[]): Target {
  const [first, second] = args;
  // net.connect() and tls.connect() pass their arguments on as one prepared list.
  if (Array.isArray(first)) {
    first[0] = { ...(first[0] as Target) };
    return first[0] as Target;
  }
  if (typeof first === 'object' && first !== null) return (args[0] = { ...first });
  if (typeof first === 'string' && Number.isNaN(Number(first))) return { path: first };
  return { port: first as number, ...(typeof second === 'string' ? { host: second } : {}) };
}

function guardLookup(lookup: Lookup, attempts: string[]): Lookup {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, address, family) => {
      const found = Array.isArray(address) ? address.map((entry) => entry.address) : [address];
      const outside = error ? undefined : found.find((entry) => !isLoopback(entry));
      if (outside === undefined) callback(error, address, family);
      else callback(refusal(attempts, `${hostname} (${outside})`), []);
    });
  };
}

function guardNames(holder: object, attempts: string[]): void {
  const functions = holder as Record<string, AnyFunction>;
  const usesPromises = holder === dns.promises || holder === dns.promises.Resolver.prototype;
  const names = Object.getOwnPropertyNames(holder).filter((name) => /^(?:lookup|resolve|reverse)/.test(name));
  for (const name of names) {
    const original = functions[name];
    if (typeof original !== 'function') continue;
    functions[name] = function (this: unknown, ...args) {
      const asked = String(args[0]);
      if (isLoopback(asked) || (name === 'lookup' && net.isIP(asked) !== 0))
        return original.apply(this, args);
      const error = refusal(attempts, `${asked} (dns.${name})`);
      if (usesPromises) return Promise.reject(error);
      const callback = args.at(-1);
      if (typeof callback !== 'function') throw error;
      process.nextTick(callback as (error: Error) => void, error);
      return undefined;
    };
  }
}

function refusal(attempts: string[], what: string): Error {
  attempts.push(what);
  return Object.assign(new Error(`Refused in tests: ${what} is not this machine.`), { code: 'ENETUNREACH' });
}
