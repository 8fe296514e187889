import { exitCodeTable } from './exit-codes.ts';
import { reportBackOutputFields } from '../../contract/report-back-inputs.ts';
import { inputTable, optionTable, outputTable, reportBackInputTable } from './input-tables.ts';

const tables: Readonly<Record<string, () => string>> = {
  inputs: inputTable,
  options: optionTable,
  'exit-codes': exitCodeTable,
  'report-back-inputs': reportBackInputTable,
  'report-back-outputs': () => outputTable(reportBackOutputFields),
};

/**
 * The README with every `<!-- generated:NAME -->` … `<!-- /generated -->` filled in; the rest stays as it is.
 * @throws Error for a name there is no table for, and for a marker that is not closed before the next one
 */
export function withTables(readme: string, page = 'README.md'): string {
  const filled = readme.split(/(?=<!-- generated:)/).map((part) => {
    if (!part.startsWith('<!-- generated:')) return part;
    const [, opening = '', name = '', rest] =
      /^(<!-- generated:([\w-]+) -->).*?(<!-- \/generated -->.*)$/s.exec(part) ?? [];
    const table = tables[name];
    if (rest === undefined) {
      throw new Error(`${page}: "${part.split('\n')[0]}" has no <!-- /generated --> before the next marker.`);
    }
    if (!table) {
      throw new Error(`${page}: there is no table "${name}"; there are ${Object.keys(tables).join(', ')}.`);
    }
    return `${opening}\n\n${table()}\n\n${rest}`;
  });
  return filled.join('');
}
