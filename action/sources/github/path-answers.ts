import { z } from 'zod';
import { nodes, pageInfo } from './answers.ts';

/** Shapes of the answers that name changed paths. */

export const pathsOfPullsAnswer = z.object({
  repository: z
    .record(
      z.string(),
      z
        .object({
          files: z
            .object({
              totalCount: z.int(),
              pageInfo,
              nodes: nodes(z.object({ path: z.string(), changeType: z.string() })),
            })
            .nullable(),
        })
        .nullable(),
    )
    .nullable(),
});

const changedFile = z.object({ filename: z.string(), previous_filename: z.string().optional() });
export type ChangedFile = z.output<typeof changedFile>;
export const changedFiles = z.array(changedFile);
export const commitFiles = z.object({ files: changedFiles.optional() });
