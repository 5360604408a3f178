import { QueryClient } from '@tanstack/react-query';

import { orSeenLast } from '../offline/seen-last';
import { isPassing } from './errors';

/** Lists are refreshed when a person asks for it, never under their eyes. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Without a network, one is told so at once instead of waiting for it.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        persister: orSeenLast,
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && isPassing(error),
      },
    },
  });
}
