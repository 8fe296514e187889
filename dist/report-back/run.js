import { g as proxiedFetch, t as reportBack } from "./start.js";
const { randomUUID } = process.getBuiltinModule("node:crypto");
const { lookup } = process.getBuiltinModule("node:dns/promises");
const { setTimeout } = process.getBuiltinModule("node:timers/promises");

// action/report-back/run.ts
process.noDeprecation = true;
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stopping.abort(new Error(signal)));
await reportBack({
	variables: process.env,
	fetch: proxiedFetch(process.env),
	resolve: (host) => lookup(host, { all: true }),
	clock: () => /* @__PURE__ */ new Date(),
	sleep: (ms, signal) => setTimeout(ms, void 0, signal && { signal }),
	random: Math.random,
	newId: randomUUID,
	signal: stopping.signal
});
process.exit();

export {  };