import { pinnedServer } from '../../action/agent/tools/pinned-server.ts';
import { goBinary } from './go-binary.ts';

/** GitHub's own MCP server in the pinned version. */
export const officialBinary = () => goBinary({ ...pinnedServer, cache: 'mcp-server' });
