import { parse } from 'yaml';
import { repositoryFile } from '../../contract/repository-file.ts';

/** A fenced YAML block of a page. */
export interface YamlBlock {
  /** Of the first line inside the fence, from 1. */
  line: number;
  /** A whole workflow, jobs to add to one, or rules for `.github/zenpulse.yml`. */
  kind: 'workflow' | 'jobs' | 'rules';
  text: string;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function kindOf(text: string): YamlBlock['kind'] | null {
  const value: unknown = parse(text);
  if (!isMap(value)) return null;
  const keys = Object.keys(value);
  if (keys.includes('on') && keys.includes('jobs')) return 'workflow';
  if (Object.values(value).every((each) => isMap(each) && 'runs-on' in each)) return 'jobs';
  return keys.every((key) => key in repositoryFile.shape) ? 'rules' : null;
}

/**
 * Every YAML block of a page of markdown.
 * @throws Error for a block that is none of the kinds: nobody would check it
 */
export function yamlBlocks(page: string, markdown: string): YamlBlock[] {
  return [...markdown.matchAll(/^```ya?ml\n(.*?)^```$/gms)].map((match) => {
    const [, text = ''] = match;
    const line = markdown.slice(0, match.index).split('\n').length + 1;
    const kind = kindOf(text);
    if (kind === null) throw new Error(`${page}:${line}: neither a workflow, nor jobs, nor rules.`);
    return { line, kind, text };
  });
}
