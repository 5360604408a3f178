import type { QueryClient } from '@tanstack/react-query';

import type { Status } from '../api/types';
import { HOME_KEY } from '../timeline/timeline-keys';
import type { Pages } from '../timeline/use-pages';

/** Puts one's new post on top of the timeline in which one sees it first. */
export function putOnHome(queries: QueryClient, status: Status): void {
  queries.setQueryData<Pages<Status>>(HOME_KEY, (list) => {
    const [first, ...rest] = list?.pages ?? [];
    if (list === undefined || first === undefined || first.items.some(({ id }) => id === status.id)) {
      return list;
    }
    return { ...list, pages: [{ ...first, items: [status, ...first.items] }, ...rest] };
  });
}
