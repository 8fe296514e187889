// action/agent/tools/pinned-server.ts
/** GitHub's own MCP server as it is used here: change version, checksums and digests together. */
const pinnedServer = {
	tool: "github-mcp-server",
	version: "1.12.1",
	releases: "https://github.com/github/github-mcp-server/releases/download",
	/** Go module it is built from. */
	module: "github.com/github/github-mcp-server/cmd/github-mcp-server",
	/** Release archives by platform and architecture of Node.js, with their SHA-256. */
	archives: {
		"linux-x64": {
			file: "github-mcp-server_Linux_x86_64.tar.gz",
			sha256: "e45c73a26a3c4cd643b40360db06f442de1e73a60d4eaf9e8639204ec3b95d3b"
		},
		"linux-arm64": {
			file: "github-mcp-server_Linux_arm64.tar.gz",
			sha256: "0f613c61fa524b30278a249ae199220465ff051e79177e58866e5e677191fda9"
		},
		"darwin-arm64": {
			file: "github-mcp-server_Darwin_arm64.tar.gz",
			sha256: "efb582c287e0dcc8897625d729a77f98c3f00a7af94b7ab6845acfe7f3274b28"
		},
		"darwin-x64": {
			file: "github-mcp-server_Darwin_x86_64.tar.gz",
			sha256: "d820577e8199dac70ef8a306dbb95fda3b9a26adc30e1f93d7d20cec9a4b0b6d"
		},
		"win32-x64": {
			file: "github-mcp-server_Windows_x86_64.zip",
			sha256: "5d8a8b69262c5026c94a1fdb063960b5a0bdf32632a4ebd5ba4a314d9b4157fa"
		}
	},
	/**
	* Digests of the tools' descriptions (`toolDigest`). Null until somebody has run this version: the integration test
	* prints them. The archive's checksum already pins what the binary says of itself.
	*/
	toolDigests: null
};

export { pinnedServer as t };