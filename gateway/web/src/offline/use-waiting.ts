import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { putOnHome } from '../compose/put-on-home';
import { useSession } from '../session/session';
import { useToast } from '../shell/toasts';
import { turned } from '../status/flags';
import { changeStatus } from '../status/status-cache';
import { waiting } from './kept';
import { isReachable, useOnline } from './reachable';
import { refreshSeenLast } from './seen-last';
import type { WaitingDeed } from './waiting';

/** Where what waits is cached. */
export const WAITING_KEY = ['waiting'];

const SOON = 30_000;

/** What this person has done and the server does not know yet. */
export function useWaiting(): WaitingDeed[] {
  const me = useSession();
  const { data = [] } = useQuery({
    queryKey: WAITING_KEY,
    queryFn: () => waiting<WaitingDeed>().catch(() => []),
    enabled: me !== null,
    // Another tab may have sent it.
    refetchOnWindowFocus: 'always',
  });
  return data.filter(({ accountId }) => accountId === me?.id);
}

/** Sends what waits as soon as the server can be reached, and reads anew what is shown. */
export function useReturn(deeds: WaitingDeed[]): void {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const toast = useToast();
  const me = useSession();
  const online = useOnline();
  const myId = me?.id;
  const due = online && deeds.some(({ problem }) => problem === undefined);

  useEffect(() => {
    if (!due || myId === undefined) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = async (): Promise<void> => {
      const { sendWaiting } = await import('./send-waiting');
      const { posts, flags, more } = await sendWaiting(myId);
      flags.forEach(({ statusId, flag, on }) => changeStatus(queries, statusId, (it) => turned(it, flag, on)));
      await refreshSeenLast(queries);
      posts.forEach((status) => putOnHome(queries, status));
      if (posts.length + flags.length > 0) {
        toast({ text: t('offline.sent', { count: posts.length + flags.length }) });
      }
      await queries.invalidateQueries({ queryKey: WAITING_KEY });
      // Without the network it is sent when that is back.
      if (more && (await isReachable()) && !gone) {
        timer = setTimeout(start, SOON);
      }
    };
    const start = (): void => {
      send().catch((error: unknown) => console.warn(error));
    };
    let gone = false;
    start();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [due, myId, queries, t, toast]);

  useEffect(() => {
    if (online && !due) {
      void refreshSeenLast(queries);
    }
  }, [online, due, queries]);
}
