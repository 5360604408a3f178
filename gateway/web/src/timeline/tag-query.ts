import { queryOptions } from '@tanstack/react-query';

import { api } from '../api/client';

/** What is known of a hashtag, however it is spelled. */
export function tagQuery(name: string) {
  return queryOptions({
    queryKey: ['tag', name.toLowerCase()],
    queryFn: () => api.v1.tags.$select(encodeURIComponent(name)).fetch(),
  });
}
