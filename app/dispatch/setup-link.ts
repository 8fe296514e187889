import { type Document, isMap, parseDocument, visit } from 'yaml';
import { allowedHostOf } from './compatibility.ts';
import { workflowTemplateText } from './workflow-template.generated.ts';

/** GitHub refuses longer addresses with 414, somewhere above 8,000 characters. */
const maxUrlLength = 8_000;

/** Where the file can be copied from when it is too long for a link. */
export const templateUrl =
  'https://github.com/zenpulse/zenpulse/blob/main/templates/workflows/zenpulse.yml?plain=1';

const header = ' ZenPulse on request, for the ZenPulse App. The original, with comments, is';

const read = () => parseDocument(workflowTemplateText);

function withoutComments(document: Document): void {
  visit(document, (_, node) => {
    if (typeof node !== 'object' || node === null) return;
    Object.assign(node, { comment: undefined, commentBefore: undefined });
  });
  document.commentBefore = `${header}\n ${templateUrl.replace(/\?.*/, '')}`;
  document.comment = null;
}

/** They only help people who start the workflow by hand. */
function withoutDescriptions(document: Document): void {
  const inputs = document.getIn(['on', 'workflow_dispatch', 'inputs']);
  if (!isMap(inputs)) return;
  for (const { value } of inputs.items) if (isMap(value)) value.delete('description');
}

/** Puts the App's host wherever a step says where callbacks may go. */
function withHost(document: Document, host: string): void {
  visit(document, {
    Pair: (_, { key, value }) => {
      const isHosts = typeof key === 'object' && key !== null && 'value' in key;
      if (!isHosts || key.value !== 'callback_allowed_hosts') return;
      if (typeof value === 'object' && value !== null && 'value' in value) value.value = host;
    },
  });
}

/** The workflow for a repository, as short as asked for. */
export function workflowFor(callbackUrl: string, { hasDescriptions }: { hasDescriptions: boolean }): string {
  const document = read();
  withoutComments(document);
  if (!hasDescriptions) withoutDescriptions(document);
  withHost(document, allowedHostOf(callbackUrl));
  return document.toString({ lineWidth: 0 });
}

export interface SetupLinkOptions {
  /** `https://github.com`, or an Enterprise Server's. */
  webUrl: string;
  /** `owner/name`. */
  fullName: string;
  branch: string;
  /** `.github/workflows/zenpulse.yml`. */
  path: string;
  callbackUrl: string;
}

/**
 * GitHub's page for a new file with the workflow filled in, the App's host with it: its comments are left out, and its
 * descriptions where the address would be too long. `isFilled` false: even so it is too long (as with a long name
 * of a branch), the page is empty and the file has to be copied from `templateUrl`.
 */
export function setupLink({ webUrl, fullName, branch, path, callbackUrl }: SetupLinkOptions): {
  url: string;
  isFilled: boolean;
} {
  const page = `${webUrl}/${fullName}/new/${branch.split('/').map(encodeURIComponent).join('/')}`;
  const link = (value: string | null) =>
    `${page}?${new URLSearchParams({ filename: path, ...(value !== null && { value }) }).toString()}`;
  const filled = [true, false]
    .map((hasDescriptions) => link(workflowFor(callbackUrl, { hasDescriptions })))
    .find((url) => url.length <= maxUrlLength);
  return filled ? { url: filled, isFilled: true } : { url: link(null), isFilled: false };
}
