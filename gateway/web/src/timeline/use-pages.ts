import { type InfiniteData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { Cursor, Page } from '../api/paging';

/** How a list is read page by page. */
export type FetchPage<T> = (cursor: Cursor) => Promise<Page<T>>;

export type Pages<T> = InfiniteData<Page<T>, Cursor>;

/** A list that grows as one reads on. It stays as it is until it is asked to begin anew. */
export function usePages<T extends { id: string }>(queryKey: QueryKey, fetchPage: FetchPage<T>, enabled = true) {
  const query = useInfiniteQuery<Page<T>, Error, Pages<T>, QueryKey, Cursor>({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: {},
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity,
    enabled,
  });
  // Where the list moved between two pages, the same item may come twice.
  const items = useMemo(
    () => [...new Map(query.data?.pages.flatMap((page) => page.items).map((item) => [item.id, item])).values()],
    [query.data],
  );
  return { ...query, items };
}
