import { styleText } from 'node:util';

export interface Printed {
  /** One line: milliseconds since the start, who did it, what was done. */
  step: (who: string, what: string) => void;
  title: (text: string) => void;
  /** As it is, over any number of lines. */
  text: (text: string) => void;
}

/** What the demo shows; colours only on a terminal that has them. */
export function printSteps(stream: NodeJS.WriteStream, monotonicMs: () => number): Printed {
  const startedAt = monotonicMs();
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    styleText(format, text, { stream });
  return {
    step: (who, what) => {
      const since = `${Math.round(monotonicMs() - startedAt)} ms`.padStart(9);
      stream.write(`${style('dim', since)}  ${style('cyan', who.padEnd(7))} ${what}\n`);
    },
    title: (text) => stream.write(`\n${style('bold', text)}\n\n`),
    text: (text) => stream.write(`${text}\n`),
  };
}
