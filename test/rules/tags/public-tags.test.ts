import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { TaggedCommit } from '../../../rules/tags/releases.ts';
import { previousTag, releaseOf } from '../../../rules/tags/which-tag-came-before.ts';

/**
 * The newest tags of public repositories, oldest first: `name`, or `name=3` for one on the commit of the fourth. And,
 * as a person agreed to them, answers: `name<previous`, `name=>release<previous` for a moving tag.
 */
const repositories = z
  .record(z.string(), z.object({ tags: z.string(), previous: z.string() }))
  .parse(JSON.parse(readFileSync(new URL('public-tags.json', import.meta.url), 'utf8')));

const tagsOf = (list: string): TaggedCommit[] =>
  list.split(' ').map((each, at) => {
    const [name = '', twin] = each.split('=');
    return { name, commit: `${twin ?? at}` };
  });

test.each(Object.entries(repositories))('the tags of %s follow each other', (_, { tags: list, previous }) => {
  const tags = tagsOf(list);
  const answers = previous.split(' ').map((each) => {
    const name = /^[^<=]*/.exec(each)?.[0] ?? '';
    const release = releaseOf(name, tags);
    return `${name}${release === name ? '' : `=>${release}`}<${previousTag(release, tags) ?? ''}`;
  });

  expect(answers).toEqual(previous.split(' '));
});
