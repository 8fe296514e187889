import type { PulseRequest } from '../../contract/pulse-request.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { queueBranch } from '../../rules/queue-branch.ts';
import type { SourceQuery, WindowQuery } from '../sources/source.ts';

const hourMs = 3_600_000;
const lastWeek = { spec: '7d', hours: 7 * 24 };

const toInstant = (ms: number) => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');

function dateWindow(range: NonNullable<PulseRequest['date_range']>, now: Date): WindowQuery {
  const { spec } = range;
  if ('hours' in range) {
    const start = toInstant(now.getTime() - range.hours * hourMs);
    return { kind: 'dates', spec, start, end: toInstant(now.getTime() + 1000) };
  }
  if (Date.parse(range.start) > now.getTime()) {
    throw new ZenPulseError('date_range_future', { spec, start: range.start, now: toInstant(now.getTime()) });
  }
  return { kind: 'dates', spec, start: range.start, end: range.end ?? toInstant(now.getTime() + 1000) };
}

const invalid = (field: string, got: string, accepts: string) =>
  new ZenPulseError('request_invalid', { problems: [{ field, got: JSON.stringify(got), accepts }] });

/** Splits `owner/name@rest` by the keys at hand; a bare value belongs to the only repository. */
function ownedBy(key: string, keys: readonly string[], given: string, separator: '@' | '#'): string | null {
  const owner = keys.find((each) => given.startsWith(`${each}${separator}`));
  if (owner) return owner === key ? given.slice(owner.length + 1) : null;
  return keys.length === 1 ? given : null;
}

function tagWindow(spec: string): WindowQuery {
  const [first = '', second] = spec.split('..');
  return second === undefined
    ? { kind: 'tags', spec, base: null, head: first }
    : { kind: 'tags', spec, base: first, head: second };
}

function windowOf(request: PulseRequest, key: string, keys: readonly string[], now: Date): WindowQuery {
  if (request.analysis_type === 'upcoming') return { kind: 'unreleased', spec: 'since the last release' };
  if (request.tag_range) {
    const own = request.tag_range.flatMap((given) => ownedBy(key, keys, given, '@') ?? []);
    const [spec] = own;
    if (spec === undefined || own.length > 1) {
      const accepts = `accepts exactly one range for ${key}, such as ${key}@v1.2.0..v1.3.0`;
      throw invalid('tag_range', request.tag_range.join(','), accepts);
    }
    return tagWindow(spec);
  }
  if (request.analysis_type === 'release')
    return { kind: 'tags', spec: 'the newest tag', base: null, head: null };
  return dateWindow(request.date_range ?? lastWeek, now);
}

/** The numbers of a reference list that belong to one repository; every entry must belong to some. */
function numbersFor(
  field: 'ignored_prs' | 'trigger_prs',
  request: PulseRequest,
  key: string,
  keys: readonly string[],
): number[] {
  return request[field].flatMap((given) => {
    if (keys.length > 1 && !given.includes('/')) {
      throw invalid(
        field,
        given,
        `accepts ${keys[0]}#${given.replace('#', '')}, since there are several repositories`,
      );
    }
    if (given.includes('/') && !keys.some((each) => given.startsWith(`${each}#`))) {
      throw invalid(field, given, `accepts pull requests of ${keys.join(', ')}`);
    }
    const own = ownedBy(key, keys, given, '#');
    return own === null ? [] : [Number(own.replace('#', ''))];
  });
}

/** One repository's part of a request. */
export interface RepositoryQuery extends SourceQuery {
  key: string;
  ignoredPulls: readonly number[];
}

/**
 * What each repository is asked for. An open end is the next full second after `now`: clocks of merges count in
 * seconds, and what merged in this one belongs in.
 * @throws ZenPulseError `date_range_future`, `branch_of_queue`, `request_invalid` for bare tags or numbers among several repositories
 */
export function resolveWindows(request: PulseRequest, keys: readonly string[], now: Date): RepositoryQuery[] {
  const queue = queueBranch(request.base_branch ?? '');
  if (queue !== null)
    throw new ZenPulseError('branch_of_queue', { branch: request.base_branch ?? '', target: queue.target });
  for (const given of request.tag_range ?? []) {
    if (keys.length > 1 && !keys.some((key) => given.startsWith(`${key}@`))) {
      throw invalid('tag_range', given, `accepts ${keys[0]}@${given}, since there are several repositories`);
    }
  }
  return keys.map((key) => ({
    key,
    window: windowOf(request, key, keys, now),
    baseBranch: request.base_branch,
    triggerPulls: numbersFor('trigger_prs', request, key, keys),
    ignoredPulls: numbersFor('ignored_prs', request, key, keys),
  }));
}
