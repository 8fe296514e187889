import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkArtifact } from '../../../action/report-back/check-artifact.ts';
import type { CallbackPayload } from '../../../contract/callback-payload.ts';
import type { LineageStatement } from '../../../contract/lineage.ts';
import { finishedRun } from './finished-run.ts';

const { whole, handed, files } = await finishedRun();

const changed = (name: string, content: string | null): Map<string, Buffer> => {
  const copy = new Map(files);
  if (content === null) copy.delete(name);
  else copy.set(name, Buffer.from(content));
  return copy;
};

const textOf = (name: string) => files.get(name)?.toString() ?? '';

/** As somebody would write it who can make lineage fit. */
function resealed(copy: Map<string, Buffer>): Map<string, Buffer> {
  const statement = JSON.parse(textOf('lineage.json')) as LineageStatement;
  const subject = [...copy]
    .filter(([name]) => name !== 'lineage.json')
    .map(([name, bytes]) => ({
      name,
      digest: { sha256: createHash('sha256').update(bytes).digest('hex') },
    }));
  return new Map([...copy, ['lineage.json', Buffer.from(JSON.stringify({ ...statement, subject }))]]);
}

describe('an artifact and what was handed on', () => {
  it('give back the payload that the run itself would have sent', () => {
    expect(handed.results).toMatchObject({
      summary_message: null,
      outline: null,
      included_pull_requests: [],
    });
    expect(checkArtifact(files, handed)).toEqual(whole);
  });

  it.each<[string, Map<string, Buffer>, Partial<CallbackPayload>, string]>([
    ['a changed report', changed('report.md', '# Bankrupt'), {}, '"report.md" is not what its lineage says'],
    ['a changed trace', changed('trace.jsonl', ''), {}, '"trace.jsonl" is not what its lineage says'],
    ['a missing file', changed('manifest.json', null), {}, 'it has no manifest.json'],
    ['no lineage', changed('lineage.json', null), {}, 'it has no lineage.json'],
    ['a file more', changed('::error::x\n.md', 'x'), {}, 'its lineage does not name "??error??x?.md"'],
    ['no JSON', resealed(changed('report.json', '{')), {}, 'report.json is not JSON'],
    ['another form', changed('lineage.json', '{}'), {}, 'lineage.json does not have the form of one'],
    ['another run', files, { pipeline_run_id: '4711-2' }, 'its lineage is of another run'],
    ['another request', files, { request_id: 'merge:2' }, 'its lineage answers another request'],
    ['a longer report', resealed(changed('report.md', '# More')), {}, 'its report is not the one'],
    [
      'a manifest that was not read whole',
      resealed(
        changed('manifest.json', textOf('manifest.json').replace('"complete": true', '"complete": false')),
      ),
      {},
      'its report is not the one',
    ],
  ])('are refused for %s', (_, given, difference, what) => {
    expect(() => checkArtifact(given, { ...handed, ...difference })).toThrow(
      expect.objectContaining({ code: 'artifact_altered', message: expect.stringContaining(what) }),
    );
  });

  it('quote nothing of what is in the files', () => {
    const report = JSON.parse(textOf('report.json')) as object;
    const given = resealed(
      changed('report.json', JSON.stringify({ ...report, headline: { '##[error]': 1 } })),
    );
    expect(() => checkArtifact(given, handed)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('##[') }),
    );
  });
});
