import type { Manifest, Notice } from '../../contract/manifest.ts';
import type { RepositoryFile } from '../../contract/repository-file.ts';

/** How the report should sound and be cut. */
export interface Wishes {
  tone: string;
  customPrompt: string | null;
  /** Sections by label, before those by kind. */
  sections: RepositoryFile['report']['sections'];
}

/** Whatever turns a manifest into words. Its draft is untrusted until `verify` has passed it. */
export interface Writer {
  /** `embedded`, `chat` or `responses`; `plain` for the last resort. */
  adapter: string;
  model: string | null;
  /** Raised when the same manifest would be written otherwise. */
  version: string;
  write(manifest: Manifest, wishes: Wishes): Promise<{ draft: unknown; notices: Notice[] }>;
}
