import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';

import type { Page } from '../api/paging';
import { isNewer } from '../notifications/unread';
import { useHear, useLive } from '../stream/channels';
import type { Pages } from './use-pages';

const EVERY = 30_000;
/** What is asked for so long after one has begun to listen overlaps with what is heard. */
const SETTLED = 500;

/** Where a list finds what is new. */
export interface Sources<T> {
  fetchSince: (id: string) => Promise<T[]>;
  /** The stream by which it comes at once. */
  channel?: string;
}

/** Newest first, each once. */
export function withNew<T extends { id: string }>(known: T[], item: T): T[] {
  const others = known.filter(({ id }) => id !== item.id);
  const below = others.findIndex(({ id }) => isNewer(item.id, id));
  return below < 0 ? [...others, item] : others.toSpliced(below, 0, item);
}

/** What came since a list was loaded. It waits until the reader asks for it, so that nothing jumps under their eyes. */
export function useFresh<T extends { id: string }>(
  queryKey: QueryKey,
  { id: since }: T,
  { fetchSince, channel }: Sources<T>,
): { count: number; show: () => void } {
  const queries = useQueryClient();
  const live = useLive() && channel !== undefined;
  const key = [...queryKey, 'fresh', since];
  const hash = JSON.stringify(key);
  const { data, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => (await fetchSince(since)).filter((item) => isNewer(item.id, since)),
    initialData: [],
    initialDataUpdatedAt: () => Date.now(),
    staleTime: EVERY,
    refetchInterval: live ? false : EVERY,
    gcTime: 0,
  });
  useEffect(() => {
    if (!live) {
      return undefined;
    }
    const timer = setTimeout(() => void refetch(), SETTLED);
    return () => clearTimeout(timer);
  }, [live, hash, refetch]);
  useHear(
    channel,
    useCallback(
      (item: T) => {
        if (isNewer(item.id, since)) {
          queries.setQueryData<T[]>(JSON.parse(hash) as QueryKey, (known) => withNew(known ?? [], item));
        }
      },
      [queries, hash, since],
    ),
  );
  const show = useCallback(() => {
    queries.setQueryData<Pages<T>>(queryKey, (list) => list && { ...list, pages: prepend(list.pages, data) });
    window.scrollTo({ top: 0 });
  }, [queries, queryKey, data]);
  return { count: data.length, show };
}

function prepend<T>(pages: Page<T>[], fresh: T[]): Page<T>[] {
  const [first, ...rest] = pages;
  return first === undefined ? pages : [{ ...first, items: [...fresh, ...first.items] }, ...rest];
}
