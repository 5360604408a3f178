import { type InfiniteData, type QueryKey, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

import type { Cursor, Page } from '../api/paging';

/** How a list is read page by page. */
export type FetchPage<T> = (cursor: Cursor) => Promise<Page<T>>;

export type Pages<T> = InfiniteData<Page<T>, Cursor>;

const SOON = 3_000;
const LATER = 30_000;
const A_WHILE = 60_000;

/**
 * How long to wait before one looks again into a list in which nothing is yet: shortly after one has come or has done
 * something, such as following somebody, first items are to be expected.
 */
export function pauseOf(items: number | undefined, lastDeed: number, now = Date.now()): number | false {
  if (items !== 0) {
    return false;
  }
  return now - lastDeed < A_WHILE ? SOON : LATER;
}

/** Each as it stands first: where a list moved between two pages, the same item comes twice. */
export function once<T extends { id: string }>(items: T[]): T[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/**
 * A list that grows as one reads on. It stays as it is until it is asked to begin anew; one that is `awaited` is looked
 * into by itself as long as it is empty.
 */
export function usePages<T extends { id: string }>(queryKey: QueryKey, fetchPage: FetchPage<T>, awaited = false) {
  const queries = useQueryClient();
  const [arrival] = useState(Date.now);
  const query = useInfiniteQuery<Page<T>, Error, Pages<T>, QueryKey, Cursor>({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: {},
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity,
    refetchInterval: ({ state: { data } }) => {
      const deeds = queries.getMutationCache().getAll().map(({ state }) => state.submittedAt);
      const items = data?.pages.reduce((count, page) => count + page.items.length, 0);
      return awaited && pauseOf(items, Math.max(arrival, ...deeds));
    },
  });
  const items = useMemo(() => once(query.data?.pages.flatMap((page) => page.items) ?? []), [query.data]);
  return { ...query, items };
}
