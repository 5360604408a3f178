export const SEARCH_TYPES = ['statuses', 'accounts', 'hashtags'] as const;

export type SearchType = (typeof SEARCH_TYPES)[number];

/** The address of a search. */
export function searchPath(q: string, type: SearchType): string {
  return `/search?${new URLSearchParams({ q, type })}`;
}
