/** A value with one thing wrong or unusual in it, and where. */
export interface Spoilt {
  where: string;
  value: unknown;
}

const replacements: unknown[] = [null, '', 'unexpected', -1, 1.5, true, [], {}, ['unexpected'], '2026-02-30'];

/**
 * A JSON value once for each way to spoil it: every field and entry, at every depth, left out or replaced by
 * something else, and every object with a field too many.
 */
export function* spoil(value: unknown, where = '$'): Generator<Spoilt> {
  for (const replacement of replacements) {
    yield { where: `${where} = ${JSON.stringify(replacement)}`, value: replacement };
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [at, entry] of value.entries()) {
      for (const { where: path, value: spoilt } of spoil(entry, `${where}[${at}]`)) {
        yield { where: path, value: value.with(at, spoilt) };
      }
    }
    return;
  }
  yield { where: `${where}.unknown_field`, value: { ...value, unknown_field: 1 } };
  for (const [name, entry] of Object.entries(value)) {
    const { [name as keyof typeof value]: _left, ...others } = value;
    yield { where: `${where} without ${name}`, value: others };
    for (const { where: path, value: spoilt } of spoil(entry, `${where}.${name}`)) {
      yield { where: path, value: { ...value, [name]: spoilt } };
    }
  }
}
