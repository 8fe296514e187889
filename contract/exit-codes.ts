/** Exit codes of the CLI; 0 is "done", 1 a fault of ZenPulse itself. */
export const exitCodes = { internal: 1, input: 2, upstream: 3, refused: 4 } as const;
export type ErrorKind = keyof typeof exitCodes;
