import { globMatcher, type Matches, pathMatcher } from './linear-pattern.ts';
import { titlePattern } from './title-rule.ts';

/** What keeps one entry of a list from ever matching, as "accepts …" with what to write instead; null: it can match. */
export type FindProblem = (entry: string) => string | null;

const quote = (text: string) => JSON.stringify(text);

/** The first problem found: what comes later may follow from it. */
export const firstOf =
  (...finds: readonly FindProblem[]): FindProblem =>
  (entry) => {
    for (const find of finds) {
      const problem = find(entry);
      if (problem !== null) return problem;
    }
    return null;
  };

const unlessCompiled =
  (compile: (pattern: string) => Matches, accepts: string): FindProblem =>
  (pattern) => {
    try {
      compile(pattern);
      return null;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return `${accepts} (${why.replace('error parsing regexp: ', '')})`;
    }
  };

const withoutSpaceAround: FindProblem = (entry) =>
  entry === entry.trim() ? null : `accepts no white space around it: write ${quote(entry.trim())}`;

/** Brackets and braces that are no piece of a glob: nobody who writes them means the characters. */
const withWholeSets: FindProblem = (glob) => {
  if (/[!+@?*]\([^()|]*\|/.test(glob)) return 'accepts {a,b} for one of several, not (a|b)';
  const rest = glob
    .replace(/\[!?[^\]/]+\]/g, '')
    .replace(/\{[^{}]*\}/g, (set) => (set.includes(',') ? '' : set));
  return /[[{}]/.test(rest)
    ? 'accepts {a,b} with none inside another, and sets such as [a-z]; [[] and [{] are the characters'
    : null;
};

const withoutNot =
  (instead: string): FindProblem =>
  (glob) =>
    glob.startsWith('!') ? `accepts no "!": ${instead}` : null;

const ofRepository: FindProblem = (path) => {
  if (/^(?:[A-Za-z]:|~\/|[a-z]+:\/\/)/.test(path))
    return 'accepts paths from the top of the repository, such as packages/shop';
  return path.includes('\\') ? `accepts / between folders: write ${quote(path.replace(/\\+/g, '/'))}` : null;
};

/** A path of git has no empty part and none of dots. */
const withNamedFolders: FindProblem = (path) => {
  const fromTop = path.replace(/^(?:\.?\/)+/, '');
  const parts = fromTop.split('/');
  const dots = parts.find((part) => /^\.{2,}$/.test(part));
  if (dots !== undefined) return `accepts paths from the top of the repository, without ${quote(dots)}`;
  const names = parts.filter((part) => part !== '' && part !== '.');
  if (names.length === 0) return 'accepts a path; ** is everything';
  const tidy = names.join('/') + (fromTop.endsWith('/') ? '/' : '');
  return tidy === fromTop ? null : `accepts one / between names: write ${quote(tidy)}`;
};

const pathProblem = (insteadOfNot: string) =>
  firstOf(
    withoutSpaceAround,
    withoutNot(insteadOfNot),
    ofRepository,
    withNamedFolders,
    withWholeSets,
    unlessCompiled((pattern) => pathMatcher([pattern]), 'accepts globs'),
  );

export const excludedPathProblem = pathProblem('list what is left out; includes.paths says what counts');
export const includedPathProblem = pathProblem('excludes.paths leaves out what changes only such paths');

const withoutRefs: FindProblem = (ref) => {
  const name = ref.replace(/^(?:refs\/(?:heads|tags)|(?:refs\/remotes\/)?origin)\//, '');
  return name === ref ? null : `accepts the name alone: write ${quote(name)}`;
};

/** What git refuses in the name of every branch and tag. */
const asGitNames: FindProblem = (ref) => {
  if (/[\\^$]/.test(ref)) return 'accepts globs such as v* or release/**, not regular expressions';
  if (/[\s~:]|\.\.|@\{/.test(ref))
    return 'accepts names without white space, "~", ":", ".." and "@{", as git does';
  const tidy = ref.replace(/\/+/g, '/').replace(/^\//, '').replace(/\/$/, '/**');
  return tidy === ref ? null : `accepts one / between names: write ${quote(tidy)}`;
};

/** Globs over names of branches or tags. */
export const refProblem = firstOf(
  withoutSpaceAround,
  withoutNot('only what is listed counts'),
  withoutRefs,
  asGitNames,
  withWholeSets,
  unlessCompiled((pattern) => globMatcher([pattern]), 'accepts globs'),
);

const withoutSlashes: FindProblem = (pattern) => {
  const [, inner, flags = ''] = /^\/(.+)\/([a-z]*)$/s.exec(pattern) ?? [];
  if (inner === undefined) return null;
  return `accepts the expression without slashes around it: write ${quote((flags.includes('i') ? '(?i)' : '') + inner)}`;
};

const withinRe2: FindProblem = (pattern) => {
  if (/\(\?<?[=!]/.test(pattern))
    return 'accepts RE2 syntax, which looks neither ahead nor behind: write only what is to match';
  if (/\\(?:[1-9]|k<)/.test(pattern))
    return 'accepts RE2 syntax, which has no references to what matched before';
  if (/^[*+?]/.test(pattern)) return 'accepts a regular expression, in which .* is any text';
  return null;
};

/** A title is one line: nothing stands before its start or behind its end. */
const withAnchorsAtEnds: FindProblem = (pattern) => {
  const plain = pattern
    .replace(/\\Q.*?(?:\\E|$)/gs, 'x')
    .replace(/\\[bBAz]/g, '')
    .replace(/\\.|\[[^\]]*\]/gs, 'x');
  return /[\w ]\^|\$[\w ](?![*?{])/.test(plain)
    ? 'accepts ^ at the start of a title and $ at its end; \\^ and \\$ are the characters'
    : null;
};

/** Regular expressions over titles. */
export const titleProblem = firstOf(
  withoutSlashes,
  withinRe2,
  unlessCompiled(titlePattern, 'accepts RE2 syntax'),
  withAnchorsAtEnds,
);

/** Names of labels and milestones, which are matched as they stand. */
export const nameProblem = firstOf(withoutSpaceAround, (name) =>
  name === '*' ? 'accepts names as they are, one by one' : null,
);

export const authorProblem = firstOf(nameProblem, (author) => {
  if (!author.startsWith('@')) return null;
  return author.includes('/')
    ? 'accepts logins and names; a team is neither'
    : `accepts logins without "@": write ${quote(author.slice(1))}`;
});
