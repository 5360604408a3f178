import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';

import type { Page } from '../api/paging';
import type { Status } from '../api/types';
import type { Pages } from './use-pages';

const EVERY = 30_000;

/** What came since a list was loaded. It waits until the reader asks for it, so that nothing jumps under their eyes. */
export function useFresh(
  queryKey: QueryKey,
  newest: Status | undefined,
  fetchSince: (id: string) => Promise<Status[]>,
): { count: number; show: () => void } {
  const queries = useQueryClient();
  const since = newest?.id ?? '0';
  const { data } = useQuery({
    queryKey: [...queryKey, 'fresh', since],
    queryFn: () => fetchSince(since),
    enabled: newest !== undefined,
    initialData: [],
    initialDataUpdatedAt: () => Date.now(),
    staleTime: EVERY,
    refetchInterval: EVERY,
    gcTime: 0,
  });
  return {
    count: data.length,
    show: () => {
      queries.setQueryData<Pages<Status>>(queryKey, (list) => list && { ...list, pages: prepend(list.pages, data) });
      window.scrollTo({ top: 0 });
    },
  };
}

function prepend(pages: Page<Status>[], fresh: Status[]): Page<Status>[] {
  const [first, ...rest] = pages;
  return first === undefined ? pages : [{ ...first, items: [...fresh, ...first.items] }, ...rest];
}
