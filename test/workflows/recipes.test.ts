import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRepositoryFile } from '../../rules/read-repository-file.ts';
import { pagesWithYaml } from '../../scripts/lint-workflows/workflow-sources.ts';
import { yamlBlocks } from '../../scripts/lint-workflows/yaml-blocks.ts';

const root = path.resolve(import.meta.dirname, '../..');
const pages = await Promise.all(
  pagesWithYaml.map(async (page) => {
    const markdown = await readFile(path.join(root, page), 'utf8');
    return { page, markdown, blocks: yamlBlocks(page, markdown) };
  }),
);

describe.each(pages)('the YAML of $page', ({ markdown, blocks }) => {
  it('is all read', () => {
    expect(blocks).toHaveLength(markdown.match(/^\s*```ya?ml/gm)?.length ?? 0);
  });

  it('has rules that hold', async () => {
    const rules = blocks.filter(({ kind }) => kind === 'rules');
    expect(rules.length).toBeGreaterThan(0);
    for (const { text } of rules) expect(await checkRepositoryFile(text)).toHaveProperty('file');
  });

  it('adds a report to a workflow in five lines', () => {
    const [first] = blocks.filter(({ kind }) => kind === 'jobs');
    expect(first?.text.trimEnd().split('\n')).toHaveLength(5);
  });
});

describe('a block of YAML', () => {
  const page = (yaml: string) => `# Page\n\n\`\`\`yaml\n${yaml}\`\`\`\n`;

  it('is a workflow, jobs or rules, and knows its line', () => {
    const [block] = yamlBlocks('a.md', page('on: push\njobs: {}\n'));
    expect(block).toEqual({ line: 4, kind: 'workflow', text: 'on: push\njobs: {}\n' });
    expect(yamlBlocks('a.md', page('  a:\n    runs-on: x\n'))[0]?.kind).toBe('jobs');
    expect(yamlBlocks('a.md', page('excludes:\n  labels: [a]\n'))[0]?.kind).toBe('rules');
  });

  it('is refused when nobody would check it', () => {
    expect(() => yamlBlocks('a.md', page('- a\n'))).toThrow(
      'a.md:4: neither a workflow, nor jobs, nor rules.',
    );
  });
});
