import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';
import { useSession } from '../session/session';

/** Under this are the requests and how many they are. */
export const FOLLOW_REQUESTS_KEY = ['follow-requests'];

const EVERY_MINUTE = 60_000;

/** How many people wait to be allowed to follow. Only those are asked about who approve their followers. */
export function useFollowRequestCount(wanted = true): number {
  const me = useSession();
  const atFirst = me?.source.followRequestsCount ?? 0;
  const { data } = useQuery({
    queryKey: [...FOLLOW_REQUESTS_KEY, 'count'],
    queryFn: async () => (await api.v1.accounts.verifyCredentials()).source.followRequestsCount ?? 0,
    enabled: wanted && me !== null && (me.locked || me.limited === true || atFirst > 0),
    initialData: atFirst,
    refetchInterval: EVERY_MINUTE,
  });
  return wanted ? data : 0;
}
