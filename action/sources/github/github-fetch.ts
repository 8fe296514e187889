/** A request as Octokit hands it to its `fetch`. */
export interface GitHubRequest {
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** As much of a `Response` as Octokit reads; the body has arrived whole. */
export interface GitHubAnswer {
  url: string;
  status: number;
  statusText: string;
  /** Names in lower case; several values of one name joined by a comma. */
  headers: ReadonlyMap<string, string>;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** One exchange with GitHub: to the last byte of the body, or a failure. */
export type GitHubFetch = (url: string, request: GitHubRequest) => Promise<GitHubAnswer>;
