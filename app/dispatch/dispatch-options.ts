import type { CallbackProof } from './compatibility.ts';

/** How workflows are started, as the App is set up. */
export interface DispatchOptions {
  /** Name of the file in `.github/workflows`, such as `zenpulse.yml`. */
  workflowFile: string;
  callbackProof: CallbackProof;
  /** `https://github.com`, or an Enterprise Server's; for links. */
  webUrl: string;
  /** A random one-time token, at least 32 bytes of chance. */
  newToken: () => string;
  log: { warn(fields: object, text: string): void };
}

export const workflowPath = ({ workflowFile }: Pick<DispatchOptions, 'workflowFile'>) =>
  `.github/workflows/${workflowFile}`;
