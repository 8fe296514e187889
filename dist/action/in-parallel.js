// action/sources/in-parallel.ts
/** Runs a task for each item, a few at a time, and keeps the order; the first failure ends it. */
async function inParallel(items, run, atOnce = 4) {
	const results = [];
	const queue = items.entries();
	const work = async () => {
		for (const [at, item] of queue) results[at] = await run(item);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
	return results;
}

export { inParallel as t };