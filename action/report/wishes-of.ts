import type { PulseRequest } from '../../contract/pulse-request.ts';
import type { RepositoryFile } from '../../contract/repository-file.ts';
import type { Wishes } from '../agent/writer.ts';

/** The request's own wishes, else the first repository's that has some. */
export function wishesOf(request: PulseRequest, files: readonly RepositoryFile[]): Wishes {
  return {
    tone: request.tone ?? files.flatMap(({ report }) => report.tone ?? [])[0] ?? 'neutral',
    customPrompt: request.custom_prompt ?? files.flatMap(({ report }) => report.prompt ?? [])[0] ?? null,
    sections: files.flatMap(({ report }) => report.sections),
  };
}
