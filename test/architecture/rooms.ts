export interface Room {
  /** Other rooms it may import. `all` is every room but `test`. */
  mayImport: string[] | 'all';
  /** The only packages it may import; any when absent. */
  packages?: string[];
  /** Paths that may stand on the stand-ins of `test/`; they are never part of a bundle. */
  usesTestKit?: string[];
  /** Files that may read the clock and the environment; any file when absent. */
  edges?: string[];
}

/** The import column of the rooms table in docs/architecture.md. */
export const rooms: Record<string, Room> = {
  contract: { mayImport: [], packages: ['zod'], edges: [] },
  calls: { mayImport: ['contract', 'delivery'], packages: ['zod'], edges: [] },
  rules: { mayImport: ['contract'], packages: ['cron-parser', 're2js', 'yaml', 'zod'], edges: [] },
  action: {
    mayImport: ['calls', 'contract', 'delivery', 'rules'],
    edges: ['action/run.ts', 'action/report-back/run.ts'],
  },
  delivery: { mayImport: ['contract'], edges: [] },
  app: { mayImport: ['calls', 'contract', 'delivery', 'rules'], edges: ['app/server.ts'] },
  cli: {
    mayImport: ['calls', 'contract', 'rules', 'action', 'delivery', 'app', 'prompts'],
    usesTestKit: ['cli/demo', 'cli/try.ts'],
  },
  evals: { mayImport: ['contract', 'action'] },
  prompts: { mayImport: [] },
  bench: { mayImport: 'all', usesTestKit: ['bench/'] },
  scripts: { mayImport: 'all' },
  test: { mayImport: 'all' },
};
