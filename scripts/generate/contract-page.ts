import { actionOutputFields } from '../../contract/action-outputs.ts';
import { reportBackOutputFields } from '../../contract/report-back-inputs.ts';
import { repositoryFilePath } from '../../contract/repository-file-path.ts';
import { contractVersion } from '../../contract/version.ts';
import { splitDefault } from './default-of.ts';
import { errorTable } from './error-shapes.ts';
import { exitCodeTable } from './exit-codes.ts';
import { actionInputTable, outputTable, reportBackInputTable, requestTable } from './input-tables.ts';
import { type BoundaryName, jsonSchemaOf, schemaPath } from './json-schemas.ts';
import { code, escapeText, nothing, table } from './markdown.ts';
import { schemaNames } from './named-schemas.ts';
import { repositoryFileText } from './repository-file-example.ts';
import { fieldsOf } from './schema-fields.ts';

const schemaLink = (name: BoundaryName) => `[JSON Schema](../${schemaPath(name)})`;

const fieldTable = (name: BoundaryName) =>
  table(
    ['Field', 'Type', 'Meaning'],
    fieldsOf(jsonSchemaOf(name)).map(({ path, type, description }) => [
      code(path),
      type,
      escapeText(description),
    ]),
  );

function repositoryFileTable(): string {
  const rows = fieldsOf(jsonSchemaOf('repository-file')).map((field) => {
    const { meaning, statedDefault } = splitDefault(field.description);
    const shownDefault = field.default === undefined ? escapeText(statedDefault ?? '') : code(field.default);
    return [
      code(field.path),
      field.type,
      field.isRequired ? 'required' : shownDefault || nothing,
      escapeText(meaning),
    ];
  });
  return table(['Field', 'Type', 'Default', 'Meaning'], rows);
}

const nameTable = () =>
  table(
    ['Type', 'Meaning'],
    schemaNames.map(({ name, description }) => [name.replaceAll('-', ' '), escapeText(description)]),
  );

/** `docs/contract.md`: every boundary, for a reader who calls ZenPulse or reads what it writes. */
export const contractPage =
  () => `<!-- Generated from contract/ by scripts/generate.ts (npm run generate). Edit the descriptions there. -->

# Contract reference

Everything that goes into ZenPulse and comes out of it, in version ${contractVersion} of the contract. A breaking
change raises the version, which every payload and file carries as \`contract_version\`. Unknown fields are refused.

- In: [pulse request](#pulse-request), [inputs of the action](#inputs-only-the-action-has) and of [report-back](#inputs-of-report-back), [repository file](#repository-file)
- Out: [outputs of the action](#outputs-of-the-action), [callback payload](#callback-payload), [files of a run](#files-of-a-run): [report](#report), [manifest](#manifest), [lineage](#lineage)
- When it ends: [exit codes](#exit-codes), [errors](#errors)

Types that have a name of their own:

${nameTable()}

## Pulse request

What to report on: ${schemaLink('pulse-request')}. The inputs of the action, the options of \`zenpulse report\` and
the form of the App are these same fields. Lists are written with commas or line breaks between their entries.

${requestTable()}

Rules over several fields:

- \`date_range\` and \`tag_range\` exclude each other.
- \`date_range\` goes with \`analysis_type: shipped\` only, \`tag_range\` with \`shipped\` and \`release\`.
- With several repositories a pull request is written \`owner/name#12\` and a tag range \`owner/name@v1.2.0..v1.3.0\`.

## Inputs only the action has

The workflow file sets these. They are no part of a pulse request, so whoever dispatches a run cannot set them.
On the CLI, secrets come from the environment, never as options.

${actionInputTable()}

## Outputs of the action

Every output is text.

${outputTable(actionOutputFields)}

## Inputs of report-back

The action \`action/report-back\` delivers from a job of its own, which alone holds what may send; its
[page](../action/report-back/README.md) says how. These are its inputs, and below its outputs. The one-time token of a
dispatch, \`webhook_token\`, is none of them: it is read from the event, for the log shows what stands under \`with:\`.

${reportBackInputTable()}

${outputTable(reportBackOutputFields)}

## Repository file

The rules of a repository, in \`${repositoryFilePath}\`: ${schemaLink('repository-file')}. Every field is optional, and
an empty file means the defaults. \`zenpulse validate\` checks it. This example shows every field:

\`\`\`yaml
${repositoryFileText().trimEnd()}
\`\`\`

${repositoryFileTable()}

## Callback payload

What a finished run tells its caller, and what \`zenpulse report --json\` prints: ${schemaLink('callback-payload')}.

${fieldTable('callback-payload')}

How it is sent, proved and tried again: [callbacks](callbacks.md). One that did not arrive is kept in an artifact of its
own, as \`dead-letter.json\` (${schemaLink('dead-letter')}): the payload beside where it should have gone, what was tried and
why it failed.

## Files of a run

The run artifact of the action, and the folder the CLI writes.

| File | Content |
| --- | --- |
| \`report.md\` | The report to read. |
| \`report.json\` | The [report](#report) as data. |
| \`manifest.json\` | The [manifest](#manifest): what merged, and what was decided about it. |
| \`trace.jsonl\` | What happened in the run, one event a line: ${schemaLink('trace-event')}. |
| \`lineage.json\` | The [lineage](#lineage): what produced the other files, with their digests. |

A run with nothing to report has no \`report.md\` and \`report.json\`; a dry run has no files. \`report.json\` and
\`manifest.json\` hold no times of the run and no ids: the same facts and the same answers of the model give the same bytes.

### Report

${schemaLink('report')}. What a writer hands in before the check is a [report draft](../${schemaPath('report-draft')}):
\`headline\`, \`summary\` and \`sections\` alone.

${fieldTable('report')}

### Manifest

${schemaLink('manifest')}.

${fieldTable('manifest')}

### Lineage

An [in-toto statement](https://in-toto.io/Statement/v1): ${schemaLink('lineage')}.

${fieldTable('lineage')}

## Exit codes

${exitCodeTable()}

## Errors

A run that fails gives one of these codes, in the callback payload as \`error.code\`. A name in braces stands for what
was found.

${errorTable()}
`;
