import type { ToolServer } from './tool-server.ts';

export interface SteadyServer {
  /** Starts the server that is wanted, and checks it. @throws when it cannot be used */
  open: () => Promise<ToolServer>;
  /** Starts the one that always works. */
  spare: () => Promise<ToolServer>;
  /** Told why the wanted one was given up. */
  onReplaced: (why: string) => void;
  /** Starts after a failure. */
  restarts?: number;
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** A server that is started again once when it is lost in a call, and then replaced by the spare one. */
export async function startSteadyServer(options: SteadyServer): Promise<ToolServer> {
  const { open, spare, onReplaced } = options;
  let left = options.restarts ?? 1;
  let isSpare = false;
  let isClosed = false;
  let replacing: Promise<void> | null = null;

  const takeSpare = async (why: unknown) => {
    onReplaced(reasonOf(why));
    isSpare = true;
    return spare();
  };
  let current = await open().catch(takeSpare);

  async function replace(error: unknown): Promise<void> {
    await current.close();
    if (left > 0) {
      left -= 1;
      current = await open().catch(takeSpare);
    } else current = await takeSpare(error);
    if (isClosed) await current.close();
  }

  return {
    get name() {
      return current.name;
    },
    get tools() {
      return current.tools;
    },
    async call(tool, input, signal) {
      for (;;) {
        await replacing;
        const used = current;
        try {
          return await used.call(tool, input, signal);
        } catch (error) {
          if (isClosed || signal.aborted || (used === current && isSpare)) throw error;
          // Several calls may lose the same server; one of them sees to the next.
          if (used === current) {
            replacing ??= replace(error).finally(() => {
              replacing = null;
            });
          }
        }
      }
    },
    async close() {
      isClosed = true;
      await replacing;
      await current.close();
    },
  };
}
