import { type ErrorCode, errorCatalogue } from '../../contract/error-catalogue.ts';
import { exitCodes } from '../../contract/exit-codes.ts';
import { code, escapeText, table } from './markdown.ts';

/**
 * Data that reads as the name of where it comes from: `{path}` in place of a path. It can stand for a text or
 * for a list with one entry, whose own fields are named in turn.
 */
function placeholder(name: string): unknown {
  const shown = `{${name}}`;
  return new Proxy([shown], {
    get(target, key) {
      if (key === Symbol.toPrimitive || key === 'toString' || key === 'toLocaleString') return () => shown;
      if (key === '0') return placeholder(name);
      if (key in target) return Reflect.get(target, key) as unknown;
      const ofText: unknown = Reflect.get(Object(shown) as object, key);
      if (typeof ofText === 'function') return ofText.bind(shown) as unknown;
      return typeof key === 'symbol' ? undefined : placeholder(key);
    },
  });
}

const data = new Proxy({}, { get: (_, key) => (typeof key === 'symbol' ? undefined : placeholder(key)) });

/** The catalogue's entries differ only in their data, which is a placeholder here. */
type Entry = Record<'message' | 'nextStep', (data: unknown) => string> & { kind: keyof typeof exitCodes };

function shape(errorCode: string, part: (data: unknown) => string): string {
  try {
    return escapeText(part(data).replace(/\s*\n\s*-?\s*/g, ' '));
  } catch (cause) {
    throw new Error(
      `errorCatalogue.${errorCode}: its text cannot be shown without data. Give it formatted text as data.`,
      { cause },
    );
  }
}

/** Every error of the catalogue as a table, with the name of each piece of data in braces. */
export function errorTable(): string {
  const codes = Object.keys(errorCatalogue) as ErrorCode[];
  return table(
    ['Code', 'Exit code', 'Message', 'Next step'],
    codes.map((each) => {
      const { kind, message, nextStep } = errorCatalogue[each] as Entry;
      return [code(each), String(exitCodes[kind]), shape(each, message), shape(each, nextStep)];
    }),
  );
}
