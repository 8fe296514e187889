import type { Tag } from '../state/repository.ts';

export interface GitRefs {
  defaultBranch: string;
  branches: Map<string, string>;
  tags: Map<string, Tag>;
}

const fields =
  'refname objectname *objectname HEAD symref taggername taggeremail:trim taggerdate:iso-strict contents:subject';

/** Arguments of the `git for-each-ref` whose output `parseRefs` reads. */
export const refsArguments = [
  'for-each-ref',
  `--format=${fields
    .split(' ')
    .map((field) => `%(${field})`)
    .join('%00')}`,
];

const remote = 'refs/remotes/origin/';

/** A clone's branches are those of its `origin`; a repository without one has its own. */
export function parseRefs(text: string): GitRefs {
  const rows = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [ref = '', oid = '', peeled = '', current = '', target = '', ...tagger] = line.split('\0');
      return { ref, oid, peeled, isCurrent: current === '*', target, tagger };
    });
  const heads = rows.filter(({ ref }) => ref.startsWith(remote) && ref !== `${remote}HEAD`);
  const prefix = heads.length > 0 ? remote : 'refs/heads/';
  const branches = rows.filter(({ ref }) => ref.startsWith(prefix) && ref !== `${remote}HEAD`);
  const current = rows.find(({ isCurrent }) => isCurrent)?.ref.slice('refs/heads/'.length);
  const remoteHead = rows.find(({ ref }) => ref === `${remote}HEAD`)?.target.slice(remote.length);
  return {
    defaultBranch: remoteHead ?? current ?? 'main',
    branches: new Map(branches.map(({ ref, oid }) => [ref.slice(prefix.length), oid])),
    tags: new Map(rows.filter(({ ref }) => ref.startsWith('refs/tags/')).map(tagOf)),
  };
}

interface Row {
  ref: string;
  oid: string;
  /** The commit an annotated tag names; empty for a lightweight one. */
  peeled: string;
  tagger: readonly string[];
}

function tagOf({ ref, oid, peeled, tagger }: Row): [string, Tag] {
  const name = ref.slice('refs/tags/'.length);
  if (peeled === '') return [name, { name, commit: oid, annotation: null }];
  const [by = '', email = '', date = '', message = ''] = tagger;
  return [
    name,
    { name, commit: peeled, annotation: { oid, message, tagger: { name: by, email, date }, of: null } },
  ];
}
