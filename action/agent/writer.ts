import type { LineagePredicate } from '../../contract/lineage.ts';
import type { Manifest, Notice } from '../../contract/manifest.ts';
import type { ReportDraft } from '../../contract/report.ts';
import type { RepositoryFile } from '../../contract/repository-file.ts';
import type { RuledRepository } from '../left-out/left-out-pulls.ts';
import type { Trace } from '../lineage/trace.ts';

/** How the report should sound and be cut. */
export interface Wishes {
  tone: string;
  customPrompt: string | null;
  /** Sections by label, before those by kind. */
  sections: RepositoryFile['report']['sections'];
}

/** What writing took; zeros for a writer that asks nobody. */
export interface WriterUsage {
  modelCalls: number;
  toolCalls: number;
  inputTokens: number;
  outputTokens: number;
}

export const noUsage: WriterUsage = { modelCalls: 0, toolCalls: 0, inputTokens: 0, outputTokens: 0 };

/** What a writer hands in. */
export interface Written {
  /** Untrusted until `verify` has passed it; null when there is none. */
  draft: unknown;
  /** Why there is no draft; null when there is one. */
  reason: string | null;
  notices: Notice[];
  usage: WriterUsage;
}

/** What a writer may use while it writes. */
export interface WriterAids {
  /** What verify would say of a draft; empty when it would pass. */
  check: (draft: ReportDraft) => string[];
  trace: Trace;
  /** Where a tool's answer is held against what the rules leave out; without them only the manifest tells. */
  repositories?: readonly RuledRepository[];
}

/** Whatever turns a manifest into words. */
export interface Writer {
  /** `embedded`, `chat` or `responses`; `plain` for the last resort. */
  adapter: string;
  model: string | null;
  /** Raised when the same manifest would be written otherwise. */
  version: string;
  /** The prompts it works from; none when it has no model. */
  prompts: readonly LineagePredicate['prompts'][number][];
  /** Names of the tools it was given, as `server: tool`. */
  tools: readonly string[];
  write(manifest: Manifest, wishes: Wishes, aids: WriterAids): Promise<Written>;
}
