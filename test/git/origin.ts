/** What a remote's URL says about its repository. */
export interface Origin {
  owner: string;
  name: string;
  /** Its page, e.g. `https://github.com/acme/shop`. */
  web: string;
}

/** Reads `https://host/owner/name.git` and `git@host:owner/name.git`. Throws for anything else. */
export function originOf(url: string): Origin {
  const [, host, owner, name] =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^/:]+(?::\d+)?)[/:]([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url) ?? [];
  if (host === undefined || owner === undefined || name === undefined) {
    throw new Error(`origin '${url}' is not a URL such as https://github.com/acme/shop.git`);
  }
  return { owner, name, web: `https://${host}/${owner}/${name}` };
}
