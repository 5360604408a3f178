import type { QueryClient } from '@tanstack/react-query';

import type { Status } from '../api/types';
import { HOME_KEY } from '../timeline/timeline-keys';
import type { Pages } from '../timeline/use-pages';

/** Puts one's new post on top of the timeline in which one sees it first, and with it what waited to be shown there. */
export function putOnHome(queries: QueryClient, status: Status): void {
  queries.setQueryData<Pages<Status>>(HOME_KEY, (list) => {
    const [first, ...rest] = list?.pages ?? [];
    if (list === undefined || first === undefined || first.items.some(({ id }) => id === status.id)) {
      return list;
    }
    const waiting = queries.getQueryData<Status[]>([...HOME_KEY, 'fresh', first.items[0]?.id]) ?? [];
    const others = waiting.filter(({ id }) => id !== status.id);
    return { ...list, pages: [{ ...first, items: [status, ...others, ...first.items] }, ...rest] };
  });
}
