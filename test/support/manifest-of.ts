import { buildManifest } from '../../action/window/build-manifest.ts';
import type { Change } from '../../action/sources/source.ts';
import type { Exclusion, Manifest } from '../../contract/manifest.ts';
import type { AnalysisType } from '../../contract/pulse-request.ts';

/** A change with all that a test does not care about filled in. */
export type ChangeSketch = Partial<Change> & { title: string; excluded?: Exclusion };

const shaOf = (index: number) => (index + 1).toString(16).padStart(40, '0');

/** A manifest of `acme/shop` over changes a test sketches, oldest first. */
export function manifestOf(
  sketches: readonly ChangeSketch[],
  analysisType: AnalysisType = 'shipped',
): Manifest {
  const excluded = new Map<Change, Exclusion>();
  const changes = sketches.map(({ excluded: reason, ...sketch }, at): Change => {
    const number = sketch.number === undefined ? at + 1 : sketch.number;
    const change: Change = {
      number,
      commit: shaOf(at),
      aliases: [],
      rebased: [],
      author: { login: 'ada', name: 'Ada Lovelace' },
      at: new Date(Date.parse('2026-11-01T09:00:00Z') + at * 3_600_000).toISOString(),
      url:
        number === null
          ? `https://github.com/acme/shop/commit/${shaOf(at)}`
          : `https://github.com/acme/shop/pull/${number}`,
      labels: null,
      isBreaking: false,
      reverts: null,
      ...sketch,
    };
    if (reason) excluded.set(change, reason);
    return change;
  });
  const isTagged = analysisType === 'release';
  return buildManifest(analysisType, [
    {
      reading: {
        repository: {
          key: 'acme/shop',
          url: 'https://github.com/acme/shop',
          base_branch: 'main',
          window: {
            kind: isTagged ? 'tags' : 'dates',
            spec: isTagged ? 'v1.2.0..v1.3.0' : '7d',
            base: isTagged ? { ref: 'v1.2.0', commit: shaOf(900) } : null,
            head: isTagged ? { ref: 'v1.3.0', commit: shaOf(901) } : null,
          },
          labels_known: false,
        },
        isPrivate: null,
        changes,
        timeframe: { start: '2026-11-01T00:00:00Z', end: '2026-11-08T00:00:00Z' },
        rules: [],
        complete: true,
        notices: [],
      },
      rule: (change) => excluded.get(change as Change) ?? null,
      paths: new Map(),
      openPulls: [],
      notices: [],
    },
  ]);
}
