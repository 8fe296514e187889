import type {
  DispatchAnswer,
  GitHubPort,
  HookDelivery,
  MergedPull,
  RepositoryAddress,
  WorkflowRun,
} from '../../../app/github/github-port.ts';
import type { DispatchInputs } from '../../../app/dispatch/dispatch-inputs.ts';

export interface FakeRun extends WorkflowRun {
  requestId: string;
  inputs: DispatchInputs & { webhook_token?: string };
  createdAt: Date;
}

/** A GitHub in memory behind the App's port, to be changed by the test as it goes. */
export interface FakeGitHub {
  port: GitHubPort;
  /** As GitHub has it now; its default branch is there. */
  repository: { id: string; fullName: string; defaultBranch: string };
  /** Other branches that are there. */
  branches: Set<string>;
  /** Old names GitHub leads on from, to the new ones. */
  renamedBranches: Map<string, string>;
  /** Text by `owner/name: path`. */
  files: Map<string, string>;
  runs: FakeRun[];
  tags: { tag: string; commit: string }[];
  merged: MergedPull[];
  deliveries: HookDelivery[];
  redelivered: string[];
  /** Decides how a dispatch is answered and whether its run exists; by default it is started. */
  answerDispatch: (run: FakeRun) => { answer: DispatchAnswer; exists: boolean };
  /** Runs younger than this many milliseconds are not listed yet. */
  listLagMs: number;
}

export interface FakeGitHubOptions {
  clock: () => Date;
  repository: { id: string; fullName: string; defaultBranch: string };
}

/** The file at the default place for workflows, as the templates have it, is the test's to set in `files`. */
export function createFakeGitHub({ clock, repository }: FakeGitHubOptions): FakeGitHub {
  const fileKey = ({ fullName }: RepositoryAddress, path: string) => `${fullName}: ${path}`;
  const fake: FakeGitHub = {
    repository,
    branches: new Set(),
    renamedBranches: new Map(),
    files: new Map(),
    runs: [],
    tags: [],
    merged: [],
    deliveries: [],
    redelivered: [],
    listLagMs: 0,
    answerDispatch: ({ id, url }) => ({
      answer: { kind: 'started', runId: id, runUrl: url },
      exists: true,
    }),
    port: {
      readFile: async (address, path) => fake.files.get(fileKey(address, path)) ?? null,
      dispatchWorkflow: async (_address, _file, _ref, inputs) => {
        const id = String(1000 + fake.runs.length);
        const run: FakeRun = {
          id,
          url: `https://github.example/runs/${id}`,
          attempt: 1,
          status: 'queued',
          conclusion: null,
          requestId: inputs.request_id,
          inputs,
          createdAt: clock(),
          updatedAt: clock(),
        };
        const { answer, exists } = fake.answerDispatch(run);
        if (exists) fake.runs.push(run);
        return answer;
      },
      findRuns: async (_address, _file, requestId, since) =>
        fake.runs.filter(
          (run) =>
            run.requestId === requestId &&
            run.createdAt >= since &&
            clock().getTime() - run.createdAt.getTime() >= fake.listLagMs,
        ),
      getRun: async (_address, runId) => fake.runs.find(({ id }) => id === runId) ?? null,
      peelTag: async (_address, tag) => fake.tags.find((each) => each.tag === tag)?.commit ?? null,
      listTags: async () => [...fake.tags],
      listMerged: async (_address, since) => fake.merged.filter(({ mergedAt }) => mergedAt >= since),
      getRepository: async (_installationId, id) => (id === fake.repository.id ? fake.repository : null),
      findBranch: async (_address, branch) =>
        fake.renamedBranches.get(branch) ??
        (branch === fake.repository.defaultBranch || fake.branches.has(branch) ? branch : null),
      listDeliveries: async (since) => fake.deliveries.filter(({ deliveredAt }) => deliveredAt >= since),
      redeliver: async (id) => {
        fake.redelivered.push(id);
      },
    },
  };
  return fake;
}
