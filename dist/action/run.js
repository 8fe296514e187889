import { i as run, n as scrubTracing, r as proxiedFetch, t as toolkitFetch } from "./start.js";
const { randomUUID } = process.getBuiltinModule("node:crypto");
const { setTimeout } = process.getBuiltinModule("node:timers/promises");

// action/run.ts
scrubTracing(process.env);
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stopping.abort(new Error(signal)));
await run({
	variables: process.env,
	gitHubFetch: toolkitFetch,
	fetch: proxiedFetch(process.env),
	clock: () => /* @__PURE__ */ new Date(),
	sleep: (ms, signal) => setTimeout(ms, void 0, signal && { signal }),
	random: Math.random,
	newId: randomUUID,
	runtime: `node ${process.version}`,
	platform: process.platform,
	arch: process.arch,
	signal: stopping.signal,
	resolve: async (host) => (await import("node:dns/promises")).lookup(host, { all: true })
});
process.exit();

export {  };