import type { Problem } from '../problems.ts';
import { entry, lines, list } from './entry.ts';

/** What is wrong with a request, its repositories, its window or its rules. */
export const requestErrors = {
  request_invalid: entry<{ problems: Problem[] }>({
    kind: 'input',
    message: ({ problems }) => `The pulse request cannot be used:${lines(problems)}`,
    nextStep: () => 'Correct the fields named; "zenpulse report --help" shows every option with examples.',
  }),
  repository_file_invalid: entry<{ source: string; problems: Problem[] }>({
    kind: 'input',
    message: ({ source, problems }) => `The rules in ${source} cannot be used:${lines(problems)}`,
    nextStep: () => 'Correct the fields named; "zenpulse validate FILE" checks the file alone.',
  }),
  repository_not_found: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `There is no folder "${path}".`,
    nextStep: () => 'Give --repo the path of a git clone, such as "--repo ." or "--repo ../shop".',
  }),
  repository_not_git: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `"${path}" is not a git repository.`,
    nextStep: () =>
      'Give --repo the top folder of a clone, or clone the repository first with "git clone URL".',
  }),
  repository_not_top: entry<{ path: string; top: string }>({
    kind: 'input',
    message: ({ path, top }) => `"${path}" lies inside the clone at "${top}", it is not the clone itself.`,
    nextStep: ({ top }) =>
      `Use "--repo ${top}"; to report on one folder of it, set includes.paths in its .github/zenpulse.yml.`,
  }),
  repository_shallow: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `"${path}" is a shallow clone: merges before its cut are not there to be counted.`,
    nextStep: ({ path }) =>
      `Run "git -C '${path}' fetch --unshallow --tags"; in a workflow set fetch-depth: 0 on actions/checkout.`,
  }),
  repository_partial: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `"${path}" is a partial clone that lacks objects this report needs.`,
    nextStep: ({ path }) =>
      `Run "git -C '${path}' fetch --refetch --filter=blob:limit=1m", which brings all folders, and files up to a megabyte, of all commits.`,
  }),
  repository_alternates: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) =>
      `"${path}" borrows objects from another clone that is not there any more (.git/objects/info/alternates).`,
    nextStep: () => 'Put that clone back, or clone the repository anew without --shared and --reference.',
  }),
  repository_empty: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `"${path}" has no commits on any branch.`,
    nextStep: () => 'Fetch its history first ("git fetch --all --tags"), or report on another repository.',
  }),
  repository_owner: entry<{ path: string }>({
    kind: 'input',
    message: ({ path }) => `git refuses to read "${path}": the folder belongs to another user.`,
    nextStep: ({ path }) => `If you trust it: git config --global --add safe.directory "${path}"`,
  }),
  repository_twice: entry<{ key: string; paths: string[] }>({
    kind: 'input',
    message: ({ key, paths }) => `Two repositories have the same key ${key}: ${paths.join(' and ')}.`,
    nextStep: () => 'Name each repository once; a clone is keyed by its origin, else by its folder name.',
  }),
  branch_unknown: entry<{ branch: string; repository: string; known: string[] }>({
    kind: 'input',
    message: ({ branch, repository }) => `base_branch: ${repository} has no branch "${branch}".`,
    nextStep: ({ known }) =>
      `Branches there: ${list(known, 'none')}. If a clone lacks it, run "git fetch" there first, in a clone of a single branch "git remote set-branches origin '*'" before.`,
  }),
  branch_of_queue: entry<{ branch: string; target: string | null }>({
    kind: 'input',
    message: ({ branch }) =>
      `base_branch: "${branch}" is a branch of a merge queue; what waits there has not merged.`,
    nextStep: ({ target }) =>
      target === null
        ? 'Name the branch that the queue merges into.'
        : `Name the branch it waits for: ${target}.`,
  }),
  branch_undetermined: entry<{ repository: string; known: string[] }>({
    kind: 'input',
    message: ({ repository }) => `base_branch: the default branch of ${repository} cannot be told.`,
    nextStep: ({ known }) => `Name one with --base-branch: ${list(known, 'none found')}.`,
  }),
  tag_unknown: entry<{ tag: string; repository: string; known: string[] }>({
    kind: 'input',
    message: ({ tag, repository }) => `tag_range: ${repository} has no tag "${tag}".`,
    nextStep: ({ known }) =>
      `Newest tags there: ${list(known, 'none')}. If a clone lacks it, run "git fetch --tags" there first.`,
  }),
  tag_without_commit: entry<{ tag: string; repository: string; kind: string }>({
    kind: 'input',
    message: ({ tag, repository, kind }) =>
      `tag_range: the tag "${tag}" of ${repository} names a ${kind}, not a commit, so no history leads there.`,
    nextStep: () => 'Give a tag of a commit; "git show --stat TAG" shows what a tag names.',
  }),
  tag_missing: entry<{ repository: string; type: string }>({
    kind: 'input',
    message: ({ repository, type }) =>
      `${repository} has no version tag, which analysis_type ${type} starts from.`,
    nextStep: () =>
      'Fetch tags ("git fetch --tags"), see that report.tags in .github/zenpulse.yml matches some where it is set, or use analysis_type shipped with a date_range.',
  }),
  tag_range_reversed: entry<{ base: string; head: string }>({
    kind: 'input',
    message: ({ base, head }) =>
      `tag_range: ${base}..${head} runs backwards, ${head} is contained in ${base}.`,
    nextStep: ({ base, head }) => `Did you mean ${head}..${base}?`,
  }),
  date_range_future: entry<{ spec: string; start: string; now: string }>({
    kind: 'input',
    message: ({ spec, start, now }) => `date_range: ${spec} starts at ${start}, but it is ${now} now.`,
    nextStep: () => 'Give a range that has begun, such as 7d or 2026-11-01..2026-11-15.',
  }),
  file_unreadable: entry<{ path: string; cause: string }>({
    kind: 'input',
    message: ({ path, cause }) => `"${path}" cannot be read (${cause}).`,
    nextStep: () => 'Check the path and its permissions.',
  }),
  output_unwritable: entry<{ path: string; cause: string }>({
    kind: 'input',
    message: ({ path, cause }) => `The run's files cannot be written to "${path}" (${cause}).`,
    nextStep: () => 'Give --out a folder you may write to; nothing was left half written.',
  }),
  git_missing: entry<Record<never, never>>({
    kind: 'input',
    message: () => 'git is not installed, or not on the PATH.',
    nextStep: () => 'Install git 2.33 or later from https://git-scm.com and try again.',
  }),
  git_failed: entry<{ command: string; status: string; stderr: string }>({
    kind: 'upstream',
    message: ({ command, status, stderr }) =>
      `"git ${command}" failed (${status}): ${stderr || 'it said nothing'}`,
    nextStep: () => 'Run "git fsck" in the clone; if it is sound, please open an issue with this message.',
  }),
  private_source: entry<{ repository: string }>({
    kind: 'input',
    message: ({ repository }) =>
      `${repository} is private, but this run is hosted in a public repository, where its report would be public.`,
    nextStep: () =>
      'Run the workflow in a private repository, or set allow_private_sources: true if that is meant.',
  }),
  github_token_missing: entry<{ repository: string }>({
    kind: 'input',
    message: ({ repository }) => `There is no folder "${repository}", and no token to read it from GitHub.`,
    nextStep: ({ repository }) =>
      `Set GITHUB_TOKEN in the environment (github_token in a workflow) to a token that may read ${repository}, or give the path of a clone.`,
  }),
} as const;
