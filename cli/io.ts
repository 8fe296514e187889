/** Everything the CLI touches of the machine it runs on, bound once in `zenpulse.ts`. */
export interface Io {
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
  environment: NodeJS.ProcessEnv;
  /** Folder that relative paths start from. */
  folder: string;
  clock: () => Date;
  /** A new id, unique on this machine. */
  newId: () => string;
  /** Such as `node v24.21.0`. */
  runtime: string;
  /** Aborted when the user stops the command. */
  signal: AbortSignal;
}
