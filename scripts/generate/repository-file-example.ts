import { type Document, isMap, isScalar, parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import type { repositoryFile } from '../../contract/repository-file.ts';
import { repositoryFilePath } from '../../contract/repository-file-path.ts';
import { jsonSchemaOf } from './json-schemas.ts';
import { fieldsOf } from './schema-fields.ts';

/** Values that show every field at work; what the fields mean is added from the contract. */
export const repositoryFileExample = {
  triggers: {
    merge: { branches: ['main'], quiet_period: '10m', minimum_merges: 3 },
    release: { tags: ['v*'] },
    schedule: { cron: '0 8 * * 1', zone: 'Europe/Berlin' },
  },
  excludes: {
    labels: ['zenpulse:ignore', 'skip-changelog'],
    authors: ['dependabot[bot]'],
    paths: ['docs/**', '**/*.lock'],
    titles: ['^chore\\(deps\\)'],
  },
  includes: { paths: ['packages/shop/**'] },
  report: {
    type: 'shipped',
    tone: 'friendly',
    prompt: 'Name the customer who asked, where the pull request says so.',
    sections: [{ title: 'Checkout', labels: ['area: checkout'] }],
  },
  delivery: { to: 'slack', post: 'review' },
} satisfies z.input<typeof repositoryFile>;

function comment(map: Document['contents'], prefix: string, descriptions: ReadonlyMap<string, string>): void {
  if (!isMap(map)) return;
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue;
    const path = `${prefix}${String(key.value)}`;
    const description = descriptions.get(path);
    if (description !== undefined) key.commentBefore = ` ${description}`;
    key.spaceBefore = prefix === '' && map.items[0]?.key !== key;
    comment(value as Document['contents'], `${path}.`, descriptions);
  }
}

/** The example as YAML, each field under its description. */
export function repositoryFileText(): string {
  const fields = fieldsOf(jsonSchemaOf('repository-file'));
  const document = parseDocument(stringify(repositoryFileExample));
  comment(document.contents, '', new Map(fields.map(({ path, description }) => [path, description])));
  return `# ${repositoryFilePath}\n${document.toString({ lineWidth: 0 })}`;
}
