interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

/** Where the next page starts; null at the end, and where GitHub names the page again that was just read. */
export const nextCursor = ({ hasNextPage, endCursor }: PageInfo, readFrom: string | null): string | null =>
  hasNextPage && endCursor !== readFrom ? endCursor : null;
