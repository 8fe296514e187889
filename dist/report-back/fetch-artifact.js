import { u as ZenPulseError } from "./start.js";
const { join } = process.getBuiltinModule("node:path");
const { readFile, readdir, stat } = process.getBuiltinModule("node:fs/promises");

// action/report-back/fetch-artifact.ts
/** Bytes of one file; a report with its trace stays far below. */
const maxFileBytes = 134217728;
/**
* Fetches an artifact of this run, of whatever attempt, by its id: its name says nothing that can be relied on.
* @param digest of the archive, as `sha256:…`
* @param folder fresh
* @returns the bytes of each file by its name
* @throws ZenPulseError `artifact_unavailable` · `artifact_altered` when it has another digest or holds what no report has
*/
async function fetchArtifact(id, digest, folder) {
	await download(id, digest, folder);
	const entries = await readdir(folder, { withFileTypes: true });
	const files = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		if (!entry.isFile()) throw new ZenPulseError("artifact_altered", { what: "it holds more than plain files" });
		const path = join(folder, entry.name);
		if ((await stat(path)).size > maxFileBytes) throw new ZenPulseError("artifact_altered", { what: `a file is larger than ${maxFileBytes} bytes` });
		files.set(entry.name, await readFile(path));
	}
	return files;
}
async function download(id, digest, folder) {
	const { DefaultArtifactClient } = await import("./artifact.js");
	const { digestMismatch } = await new DefaultArtifactClient().downloadArtifact(Number(id), {
		path: folder,
		expectedHash: digest
	}).catch((error) => {
		const cause = error instanceof Error ? error.message : String(error);
		throw new ZenPulseError("artifact_unavailable", {
			id,
			cause
		}, { cause: error });
	});
	if (digestMismatch === true) throw new ZenPulseError("artifact_altered", { what: `its digest is not ${digest}` });
}

export { fetchArtifact };