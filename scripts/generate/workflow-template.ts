import { stringify } from 'yaml';
import { deliveryFields, type PulseRequestField, pulseRequestFields } from '../../contract/pulse-request.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { dispatchInput } from './dispatch-inputs.ts';

/** How workflows refer to this action; a copy is pinned to the commit of the release. */
export const actionReference = `zenpulse/zenpulse@v${packageFile.version}`;

/** The action that delivers from a job of its own. */
export const reportBackReference = `zenpulse/zenpulse/action/report-back@v${packageFile.version}`;

const allFields = Object.keys(pulseRequestFields) as PulseRequestField[];

/** What a person may want to say by hand where no App and no caller is. */
const fieldsByHand: readonly PulseRequestField[] = [
  'base_branch',
  'date_range',
  'tag_range',
  'analysis_type',
  'tone',
  'ignored_prs',
  'dry_run',
];

/** Inputs that have another source when nobody typed them. An empty one would hide the action's own default. */
const dispatchedValues: Readonly<Partial<Record<PulseRequestField, string>>> = {
  repo: 'inputs.repo || github.repository',
};
const standaloneValues: Readonly<Partial<Record<PulseRequestField, string>>> = {
  date_range: 'steps.week.outputs.range || inputs.date_range',
  tag_range: 'github.event.release.tag_name || inputs.tag_range',
  analysis_type: "github.event_name == 'release' && 'release' || inputs.analysis_type || 'shipped'",
};

const indent = (text: string, by: number) => text.trimEnd().replace(/^(?=.)/gm, ' '.repeat(by));

function formInputs(fields: readonly PulseRequestField[]): string {
  const inputs = Object.fromEntries(fields.map((name) => [name, dispatchInput(name)]));
  return indent(stringify(inputs, { lineWidth: 0, singleQuote: true }), 6);
}

const handedOn = (fields: readonly PulseRequestField[], values: typeof dispatchedValues) =>
  indent(fields.map((name) => `${name}: \${{ ${values[name] ?? `inputs.${name}`} }}`).join('\n'), 10);

const permissions = `    permissions:
      contents: read # commits, tags and .github/zenpulse.yml
      pull-requests: read # what merged: titles, labels, authors`;

const outputs = `    outputs: # for the job below, and jobs of your own that say "needs: do_agents_loop"
      payload: \${{ steps.pulse.outputs.payload }}
      status: \${{ steps.pulse.outputs.status }}
      has_changes: \${{ steps.pulse.outputs.has_changes }}
      artifact_id: \${{ steps.pulse.outputs.artifact_id }}
      artifact_url: \${{ steps.pulse.outputs.artifact_url }}
      artifact_digest: \${{ steps.pulse.outputs.artifact_digest }}
      pipeline_run_id: \${{ steps.pulse.outputs.pipeline_run_id }}
      metrics: \${{ steps.pulse.outputs.metrics }}`;

const pinning = `      # A tag can be moved, a commit cannot: pin your copy to the commit of the release, with the version as a comment.`;

/** The second job. @param settings lines under `with:`, beside what the first job hands on */
const reportBackJob = (name: string, permissions: string, settings: string) => `
  # Holds what may send, so it reads nothing but the finished report, and that only after it was checked.
  report_back:
    name: ${name}
    needs: do_agents_loop
    if: \${{ !cancelled() }} # also when there is no report: that is told too
    runs-on: ubuntu-latest
    timeout-minutes: 15 # a callback is tried for up to eight minutes
${permissions}
    steps:
      - name: ${name}
        uses: ${reportBackReference}
        with:
          payload: \${{ needs.do_agents_loop.outputs.payload }}
          job_result: \${{ needs.do_agents_loop.result }}
          artifact_id: \${{ needs.do_agents_loop.outputs.artifact_id }}
          artifact_digest: \${{ needs.do_agents_loop.outputs.artifact_digest }}
${indent(settings, 10)}`;

const callBackJob = reportBackJob(
  'Call back',
  `    permissions:
      id-token: write # shows the receiver which run calls back; it gives no access to anything`,
  `callback_url: \${{ inputs.callback_url }}
request_id: \${{ inputs.request_id }}
# CHANGE THIS to the host of your ZenPulse App: callbacks go there and nowhere else, whatever a dispatch says.
callback_allowed_hosts: zenpulse.example.com
# No Slack here: the App posts. A webhook_token is read from the event, since the log shows what stands here.`,
);

const slackJob = reportBackJob(
  'Post to Slack',
  `    permissions: {}`,
  `# Make an incoming webhook in Slack and store its address as this secret; without it nothing is posted.
slack_webhook_url: \${{ secrets.ZENPULSE_SLACK_WEBHOOK_URL }}`,
);

const origin = (name: string) =>
  `# The original is templates/workflows/${name} of zenpulse/zenpulse, generated there by "npm run generate".`;

/** `templates/workflows/zenpulse.yml`: runs when dispatched, with every field of the pulse request. */
export const dispatchedTemplate =
  () => `# ZenPulse on request. Copy to .github/workflows/zenpulse.yml on the default branch.
${origin('zenpulse.yml')}
#
# It runs only when it is dispatched, by the ZenPulse App, by a script or by a person:
#   gh workflow run zenpulse.yml -f date_range=14d
# The inputs are the fields of the pulse request (docs/contract.md of zenpulse/zenpulse). Keep their names: whoever
# dispatches a run relies on them.
#
# Before the first run: name the host of your App in callback_allowed_hosts, at the end of this file.
name: ZenPulse
# Whoever dispatched a run finds it by the request id.
run-name: ZenPulse \${{ inputs.request_id || 'by hand' }}

on:
  workflow_dispatch:
    inputs:
${formInputs(allFields)}

permissions: {}

# One group a request: requests neither wait for nor cancel each other.
concurrency:
  group: zenpulse-\${{ inputs.request_id || github.run_id }}
  cancel-in-progress: false

jobs:
  # Reads text that anyone may have written, so it holds nothing that can write or send.
  do_agents_loop:
    name: Write the report
    runs-on: ubuntu-latest
    timeout-minutes: 15
${permissions}
${outputs}
    steps:
${pinning}
      - name: ZenPulse
        id: pulse
        uses: ${actionReference}
        # callback_url and webhook_token stay out: this job sends nothing.
        with:
${handedOn(
  allFields.filter((name) => !deliveryFields.has(name)),
  dispatchedValues,
)}
${callBackJob}
`;

/** `templates/workflows/zenpulse-standalone.yml`: weekly, for each published release, and by hand. */
export const standaloneTemplate =
  () => `# ZenPulse on its own: every week, for every release, and by hand. Copy to .github/workflows/zenpulse-standalone.yml.
${origin('zenpulse-standalone.yml')}
#
# The report is in the summary of the run, in its artifact, and in Slack once the secret ZENPULSE_SLACK_WEBHOOK_URL is
# there. Where the ZenPulse App is installed, take zenpulse.yml instead: with both, everything is told twice.
name: ZenPulse standalone

on:
  schedule:
    - cron: '17 6 * * 1' # Mondays 06:17 UTC; GitHub is busiest at the full hour
  release: # not for releases made with GITHUB_TOKEN: GitHub starts no workflow for those
    types: [published]
  workflow_dispatch:
    inputs:
${formInputs(fieldsByHand)}

permissions: {}

# One group a run: runs neither wait for nor cancel each other.
concurrency:
  group: zenpulse-standalone-\${{ github.run_id }}
  cancel-in-progress: false

jobs:
  # Reads text that anyone may have written, so it holds nothing that can write or send.
  do_agents_loop:
    name: Write the report
    runs-on: ubuntu-latest
    timeout-minutes: 15
${permissions}
${outputs}
    steps:
      # Whole days: however late GitHub starts a run, two weekly reports leave no gap and tell nothing twice.
      - name: Last seven whole days (UTC)
        id: week
        if: github.event_name == 'schedule'
        run: echo "range=$(date -u -d '7 days ago' +%F)..$(date -u -d yesterday +%F)" >> "$GITHUB_OUTPUT"

${pinning}
      - name: ZenPulse
        id: pulse
        uses: ${actionReference}
        with:
${handedOn(fieldsByHand, standaloneValues)}
${slackJob}
`;

/** The templates by their path from the root. */
export const workflowTemplates = (): Map<string, string> =>
  new Map([
    ['templates/workflows/zenpulse.yml', dispatchedTemplate()],
    ['templates/workflows/zenpulse-standalone.yml', standaloneTemplate()],
  ]);
