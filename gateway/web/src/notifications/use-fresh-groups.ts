import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';

import type { Notification } from '../api/types';
import { useHear, useLive } from '../stream/channels';
import type { Pages } from '../timeline/use-pages';
import { type Group, withGroups } from './groups';
import { fetchGroupsSince, MOST_FRESH } from './groups-api';
import type { Kind } from './kinds';

const EVERY = 30_000;
/** What comes within such a time is asked for at once. */
const TOGETHER = 200;
/** Who has not scrolled further than this looks at the top. */
const TOP = 80;

/**
 * The groups to which something came since a list was loaded. They show by themselves to who looks at the top; to others
 * only when they ask, so that nothing moves under their eyes. News by the stream only say that there is something: how many
 * a group stands for, and who is in it, the server says.
 *
 * @param newest the newest notification of the list
 */
export function useFreshGroups(
  queryKey: QueryKey,
  kinds: Kind[] | undefined,
  newest: string,
): { count: number; show: () => void } {
  const queries = useQueryClient();
  const live = useLive();
  const [due, setDue] = useState(false);
  const { data, refetch } = useQuery({
    queryKey: [...queryKey, 'fresh', newest],
    queryFn: () => fetchGroupsSince(kinds, newest),
    initialData: (): Group[] => [],
    initialDataUpdatedAt: () => Date.now(),
    staleTime: EVERY,
    refetchInterval: live ? false : EVERY,
    gcTime: 0,
  });
  useHear(
    'notifications',
    useCallback(({ type }: Notification) => setDue((was) => was || kinds === undefined || kinds.includes(type)), [kinds]),
  );
  // What came before one listened is news, too.
  useEffect(() => setDue(live), [live]);
  useEffect(() => {
    if (!due) {
      return undefined;
    }
    const timer = setTimeout(() => {
      setDue(false);
      void refetch();
    }, TOGETHER);
    return () => clearTimeout(timer);
  }, [due, refetch]);
  const show = useCallback(() => {
    if (data.length < MOST_FRESH) {
      queries.setQueryData<Pages<Group>>(queryKey, (list) => list && { ...list, pages: withGroups(list.pages, data) });
    } else {
      // Between these and the list, there may be others.
      void queries.resetQueries({ queryKey, exact: true });
    }
    window.scrollTo({ top: 0 });
  }, [queries, queryKey, data]);
  useEffect(() => {
    if (data.length > 0 && window.scrollY < TOP) {
      show();
    }
  }, [data, show]);
  return { count: data.length, show };
}
