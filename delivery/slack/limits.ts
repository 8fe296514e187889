/** Where a message is split, below what Slack refuses. */
export const slackLimits = {
  /** Slack's own limit of a header. */
  headerCharacters: 150,
  /** Text of one block; Slack refuses 3,000. */
  blockCharacters: 2_800,
  /** All blocks of a message as JSON, in bytes; Slack refuses somewhere above 13,000 characters. */
  messageBytes: 11_500,
  /** Slack refuses 50. */
  blocks: 45,
  /** Longest web address that becomes a link; GitHub's are far shorter. */
  linkCharacters: 1_000,
} as const;

/** Size of a message's blocks. Bytes are never fewer than characters, and nobody says which of them Slack counts. */
export const sizeOf = (blocks: unknown): number => Buffer.byteLength(JSON.stringify(blocks));
