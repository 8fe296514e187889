/** A global id as GraphQL has it: opaque to clients, readable for `node(id:)`. */
export function nodeId(type: string, ...parts: readonly (string | number)[]): string {
  return `${type}_${Buffer.from(parts.join('\n')).toString('base64url')}`;
}

export function readNodeId(id: string): { type: string; parts: string[] } | undefined {
  const [, type, encoded] = /^([A-Za-z]+)_([\w-]+)$/.exec(id) ?? [];
  if (type === undefined || encoded === undefined) return undefined;
  return { type, parts: Buffer.from(encoded, 'base64url').toString().split('\n') };
}
