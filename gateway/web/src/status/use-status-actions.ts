import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { isUnreachable } from '../api/errors';
import type { Status } from '../api/types';
import { useFailureToast } from '../error/failure-toast';
import { isReachable } from '../offline/reachable';
import { WAITING_KEY } from '../offline/use-waiting';
import { letFlagWait, mayWait } from '../offline/waiting';
import { SIGN_IN, useSession } from '../session/session';
import { nameOf } from '../profile/names';
import { useToast } from '../shell/toasts';
import { type Flag, sendFlag, turned } from './flags';
import { changeStatus } from './status-cache';

/** The lists of one's own that hold what is so marked: loaded anew when they are next visited. */
function listsOf(flag: Flag, myId: string): string[][] {
  switch (flag) {
    case 'favourited':
      return [['timeline', 'favourites']];
    case 'bookmarked':
      return [['timeline', 'bookmarks']];
    case 'reblogged':
      return [['profile-posts', myId]];
    default:
      return [];
  }
}

/** Where the posts are cached that somebody has pinned. */
export function pinnedKey(accountId: string): string[] {
  return ['profile-posts', accountId, 'pinned'];
}

/**
 * Favourites, boosts, bookmarks, pins and muted conversations: they show at once, and are taken back when the server
 * refuses. The first three wait for a server that cannot be reached.
 */
export function useStatusActions(status: Status) {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const me = useSession();

  const turn = async (flag: Flag, done?: string): Promise<void> => {
    if (me === null) {
      toast({
        text: t('session.needed'),
        action: { label: t('session.signIn'), run: () => window.location.assign(SIGN_IN) },
      });
      return;
    }
    const on = status[flag] !== true;
    const show = (): void => changeStatus(queries, status.id, (it) => turned(it, flag, on));
    show();
    try {
      await sendFlag(status.id, flag, on);
      // What was asked for before and came meanwhile does not know of it.
      show();
      listsOf(flag, me.id).forEach((queryKey) => void queries.invalidateQueries({ queryKey, refetchType: 'none' }));
      if (done !== undefined) {
        toast({ text: done });
      }
    } catch (error) {
      if (mayWait(flag) && isUnreachable(error) && !(await isReachable())) {
        await letFlagWait({ accountId: me.id, statusId: status.id, flag, on, author: nameOf(status.account) });
        await queries.invalidateQueries({ queryKey: WAITING_KEY });
        return;
      }
      changeStatus(queries, status.id, (it) => turned(it, flag, !on));
      tellFailure(error);
    }
  };

  return {
    favourite: () => turn('favourited'),
    boost: () => turn('reblogged'),
    bookmark: () => turn('bookmarked'),
    pin: async () => {
      await turn('pinned', status.pinned === true ? t('post.unpinned') : t('post.pinned'));
      await queries.invalidateQueries({ queryKey: pinnedKey(status.account.id) });
    },
    muteThread: () => turn('muted', status.muted === true ? t('post.threadUnmuted') : t('post.threadMuted')),
  };
}
