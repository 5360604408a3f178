import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';
import { useSession } from '../session/session';
import { useLive } from '../stream/channels';

/** Where all that concerns conversations is cached. */
export const CONVERSATIONS_KEY = ['conversations'];

const MOST = 40;
const EVERY_MINUTE = 60_000;

async function countUnread(): Promise<number> {
  const latest = await api.v1.conversations.list({ limit: MOST });
  return latest.filter(({ unread }) => unread).length;
}

/** How many of the latest conversations hold something that was not read. */
export function useUnreadConversations(wanted: boolean): number {
  const me = useSession();
  const live = useLive();
  const { data } = useQuery({
    queryKey: [...CONVERSATIONS_KEY, 'unread'],
    queryFn: countUnread,
    enabled: wanted && me !== null,
    refetchInterval: live ? false : EVERY_MINUTE,
  });
  return wanted ? (data ?? 0) : 0;
}
