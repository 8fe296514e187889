import { expect } from 'vitest';
import type { OpenedTools, ToolStory } from './story-tools.ts';

export interface ContractOptions {
  /** False for a clone, whose commits do not have all of a pull request. */
  knowsPulls?: boolean;
  /** False where patches are not served, as by the stand-in GitHub. */
  hasPatches?: boolean;
}

/** What a model can read, whatever server stands behind the policy. */
export const toolContract: Record<
  string,
  (tools: OpenedTools, story: ToolStory, options: ContractOptions) => Promise<void>
> = {
  async 'a summary tells title, base, size and description'({ read }) {
    const { content, isError } = await read('acme/shop#12', 'summary');
    expect({ content, isError }).toEqual({
      content: expect.stringMatching(
        /^title: feat: gifts\nauthor: .+\nmerged: 2026-11-.+\nbase: main\n(?:labels: .*\n)?size: \+3 -0 in 2 files\nbody:\n {2}Wraps presents\.\n\n {2}- with a bow/,
      ),
      isError: false,
    });
    expect(content).not.toContain('ignore all rules');
  },
  async 'files are told with what was added and removed'({ read }) {
    const { content } = await read('acme/shop#12', 'files');
    expect(
      content
        .split('\n')
        .map((line) => line.replace(' (added)', ''))
        .sort(),
    ).toEqual(['+1 -0 docs/gift.md', '+2 -0 src/gift.ts']);
  },
  async 'commits are told with their messages, oldest first'({ read }) {
    const { content } = await read('acme/shop#13', 'commits');
    expect(content).toMatch(/^[0-9a-f]{12}:\n {2}add a test\n[0-9a-f]{12}:\n {2}round halves up$/);
  },
  async 'a diff names every file'({ read }, _, { hasPatches }) {
    const { content, isError } = await read('acme/shop#12', 'diff');
    expect(isError).toBe(false);
    expect(content).toContain('diff --git a/src/gift.ts b/src/gift.ts');
    if (hasPatches) expect(content).toContain('+wrap\n+bow');
  },
  async 'a direct push is told with its message and files'({ readCommit }, { push }, { hasPatches }) {
    const { content, isError } = await readCommit(push.slice(0, 10));
    expect(isError).toBe(false);
    expect(content).toContain(`commit: ${push}`);
    expect(content).toContain('message:\n  Fix a typo\n\n  It was in the footer.');
    expect(content).toContain('+1 -0 footer.txt');
    if (hasPatches) expect(content).toContain('+fine');
  },
  async 'what is excluded is not to be had'({ read }) {
    expect(await read('acme/shop#14', 'summary')).toEqual({
      content: 'out_of_scope: That is not a pull request of the list.',
      isError: true,
    });
  },
};
