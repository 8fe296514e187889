import type { PGlite } from '@electric-sql/pglite';

const isPanic = (error: unknown): error is Error =>
  error instanceof Error && 'severity' in error && error.severity === 'PANIC';

/**
 * Lets nothing more into an embedded database that panicked, as it does when the disk is full: a server would end its
 * process then, this one would spin for ever at its next statement. What was committed is on disk.
 * @param onPanic told once; the process must end
 */
export function stopAfterPanic(pglite: PGlite, onPanic: (error: Error) => void): void {
  let panic: Error | null = null;
  const guarded =
    <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (panic) throw panic;
      try {
        return await run(...args);
      } catch (error) {
        if (isPanic(error)) {
          panic = error;
          onPanic(error);
        }
        throw error;
      }
    };
  // Every statement goes through one of these, transactions' own ones too.
  pglite.execProtocol = guarded(pglite.execProtocol.bind(pglite));
  pglite.execProtocolStream = guarded(pglite.execProtocolStream.bind(pglite));
}
