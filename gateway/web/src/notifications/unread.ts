import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';
import { useSession } from '../session/session';
import { useLive } from '../stream/channels';

export const UNREAD_KEY = ['notifications', 'unread'];

const MOST = 100;
const EVERY_MINUTE = 60_000;

/** Where the tabs of a browser tell each other. */
const READ = 'microblog.read';

/** Ids are decimal numbers of unequal length. */
export function isNewer(id: string, other: string): boolean {
  return id.length === other.length ? id > other : id.length > other.length;
}

async function countUnread(): Promise<number> {
  return (await api.v1.notifications.unreadCount.fetch({ limit: MOST })).count;
}

/** How many notifications came after the last that was seen. */
export function useUnreadCount(wanted: boolean): number {
  const me = useSession();
  const live = useLive();
  const { data } = useQuery({
    queryKey: UNREAD_KEY,
    queryFn: countUnread,
    enabled: wanted && me !== null,
    refetchInterval: live ? false : EVERY_MINUTE,
  });
  return wanted ? (data ?? 0) : 0;
}

/** Has other tabs count anew, since some of what is unread there was read or put away in this one. */
export function tellRead(): void {
  const channel = new BroadcastChannel(READ);
  channel.postMessage('');
  channel.close();
}

/** Tells when something was read or put away in another tab; returns the way to hear no more of it. */
export function onReadElsewhere(tell: () => void): () => void {
  const channel = new BroadcastChannel(READ);
  channel.onmessage = tell;
  return () => channel.close();
}
