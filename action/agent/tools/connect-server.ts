import {
  Client,
  type JsonSchemaValidator,
  ProtocolError,
  type Transport,
} from '@modelcontextprotocol/client';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import { ServerLost, type ServerLimits, type ToolServer } from './tool-server.ts';
import { within } from './within.ts';

/** Output schemas come from the server: they are not compiled, and what they would promise is not relied on. */
const trustNothing = {
  getValidator<Output>(): JsonSchemaValidator<Output> {
    return (input) => ({ valid: true, data: input as Output, errorMessage: undefined });
  },
};

const reason = (error: unknown) =>
  visibleText(error instanceof Error ? error.message : String(error)).slice(0, 300);

/**
 * Speaks MCP over a transport: shakes hands, lists the tools, calls them.
 * @param detail what is known beyond the failure itself, such as the end of stderr
 * @throws ServerLost when the server is not ready in time; its transport is closed then
 */
export async function connectServer(
  name: string,
  transport: Transport,
  limits: ServerLimits,
  detail: () => string = () => '',
): Promise<ToolServer> {
  const client = new Client({ name: 'zenpulse', version: '1' }, { jsonSchemaValidator: trustNothing });
  let closing: Promise<void> | null = null;
  // The transport too: a client that never came to be connected does not close it.
  const close = () => {
    closing ??= Promise.allSettled([client.close(), transport.close()]).then(() => {});
    return closing;
  };
  const lost = (error: unknown) =>
    new ServerLost([`${name}: ${reason(error)}`, detail()].filter(Boolean).join('; '), { cause: error });

  const ready = async () => {
    await client.connect(transport, { timeout: limits.startMs });
    return client.listTools(undefined, { timeout: limits.startMs, cacheMode: 'bypass' });
  };
  try {
    const { tools } = await within(limits.startMs, 'its start', ready());
    return {
      name,
      tools: tools.map(({ name: tool, description, inputSchema }) => ({
        name: tool,
        description: description ?? '',
        inputSchema,
      })),
      async call(tool, input, signal) {
        try {
          const result = await within(
            limits.callMs,
            `a call of ${tool}`,
            client.callTool({ name: tool, arguments: input }, { signal, timeout: limits.callMs }),
          );
          return { blocks: result.content, isError: result.isError === true };
        } catch (error) {
          // The server is well and refuses the call; anything else means that it is not.
          if (!(error instanceof ProtocolError)) throw lost(error);
          return { blocks: [{ type: 'text', text: error.message }], isError: true };
        }
      },
      close,
    };
  } catch (error) {
    await close();
    throw lost(error);
  }
}
