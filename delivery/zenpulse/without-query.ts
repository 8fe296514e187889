/** Where a URL leads, as far as it may be shown: no query, fragment, user or password. Not even that, if it is none. */
export function withoutQuery(url: string): string {
  const { origin, pathname } = URL.parse(url) ?? { origin: '(not a URL)', pathname: '' };
  return origin + pathname;
}
