import { t as pinnedServer } from "./pinned-server.js";
const { createHash } = process.getBuiltinModule("node:crypto");
const { join } = process.getBuiltinModule("node:path");
const { mkdtemp, readFile } = process.getBuiltinModule("node:fs/promises");

// action/agent/tools/install-server.ts
const sha256 = async (path) => createHash("sha256").update(await readFile(path)).digest("hex");
/**
* The pinned server's binary. The archive is kept in the runner's tool cache and checked before each extraction, so
* neither a changed download nor a changed cache is run.
* @returns path of the binary, in a folder of its own
* @throws Error for a platform without a release, a failed download or a wrong checksum
*/
async function installServer({ cache, tempFolder, platform, arch }, { tool, version, releases, archives } = pinnedServer) {
	const archive = archives[`${platform}-${arch}`];
	if (!archive) throw new Error(`there is no release of ${tool} ${version} for ${platform} on ${arch}`);
	const { file, sha256: expected } = archive;
	const cached = cache.find(tool, version, arch);
	const path = cached === "" ? await cache.downloadTool(`${releases}/v${version}/${file}`) : join(cached, file);
	const found = await sha256(path);
	if (found !== expected) throw new Error(`${file} has the SHA-256 ${found}, pinned is ${expected}`);
	if (cached === "") await cache.cacheFile(path, file, tool, version, arch);
	const folder = await mkdtemp(join(tempFolder, "mcp-server-"));
	await (file.endsWith(".zip") ? cache.extractZip(path, folder) : cache.extractTar(path, folder));
	return join(folder, platform === "win32" ? `${tool}.exe` : tool);
}

export { installServer };