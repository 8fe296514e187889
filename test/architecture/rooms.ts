export interface Room {
  /** Other rooms it may import. `all` is every room but `test`. */
  mayImport: string[] | 'all';
  /** The only packages it may import; any when absent. */
  packages?: string[];
  /** Files that may read the clock and the environment; any file when absent. */
  edges?: string[];
}

/** The import column of the rooms table in docs/architecture.md. */
export const rooms: Record<string, Room> = {
  contract: { mayImport: [], packages: ['zod'], edges: [] },
  action: { mayImport: ['contract'], edges: ['action/run.ts', 'action/runner.ts'] },
  delivery: { mayImport: ['contract'], edges: [] },
  app: { mayImport: ['contract', 'delivery'], edges: ['app/server.ts'] },
  cli: { mayImport: ['contract', 'action', 'delivery', 'app', 'prompts'] },
  evals: { mayImport: ['contract', 'action'] },
  prompts: { mayImport: [] },
  bench: { mayImport: 'all' },
  scripts: { mayImport: 'all' },
  test: { mayImport: 'all' },
};
