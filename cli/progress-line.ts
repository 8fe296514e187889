/** One line on a terminal that is written over; silent elsewhere. */
export interface ProgressLine {
  show(text: string): void;
  /** Removes the line, before anything else is printed. */
  clear(): void;
}

const clearLine = '\r\u001B[2K';

export function createProgressLine(stream: NodeJS.WriteStream): ProgressLine {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  return {
    show: (text) =>
      void stream.write(`${clearLine}${text.slice(0, Math.max(10, (stream.columns || 80) - 1))}`),
    clear: () => void stream.write(clearLine),
  };
}
