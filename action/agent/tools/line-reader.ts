const lineFeed = 0x0a;

/**
 * Cuts a stream into lines. Each byte is looked at once, however the stream is cut.
 * @returns a function that takes the next chunk; false once a line is longer than `maxBytes`
 */
export function lineReader(maxBytes: number, onLine: (line: string) => void): (chunk: Buffer) => boolean {
  let parts: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      const line = Buffer.concat([...parts, chunk.subarray(from, end)]);
      parts = [];
      size = 0;
      from = end + 1;
      if (line.length > maxBytes) return false;
      onLine(line.toString('utf8'));
    }
    const rest = chunk.subarray(from);
    size += rest.length;
    if (size > maxBytes) {
      parts = [];
      return false;
    }
    if (rest.length > 0) parts.push(rest);
    return true;
  };
}
