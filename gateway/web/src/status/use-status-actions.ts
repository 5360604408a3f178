import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Status } from '../api/types';
import { useFailureToast } from '../error/failure-toast';
import { SIGN_IN, useSession } from '../session/session';
import { useToast } from '../shell/toasts';
import { changeStatus } from './status-cache';

type Flag = 'favourited' | 'reblogged' | 'bookmarked' | 'pinned' | 'muted';

const COUNTS: Partial<Record<Flag, 'favouritesCount' | 'reblogsCount'>> = {
  favourited: 'favouritesCount',
  reblogged: 'reblogsCount',
};

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

/** The post with the flag turned and its count moved along. */
export function turned(status: Status, flag: Flag, on: boolean): Status {
  const count = COUNTS[flag];
  const before = status[flag] === true;
  return {
    ...status,
    [flag]: on,
    ...(count === undefined || before === on ? {} : { [count]: Math.max(0, status[count] + (on ? 1 : -1)) }),
  };
}

/** Where the posts are cached that somebody has pinned. */
export function pinnedKey(accountId: string): string[] {
  return ['profile-posts', accountId, 'pinned'];
}

async function send(id: string, flag: Flag, on: boolean): Promise<unknown> {
  const one = api.v1.statuses.$select(id);
  switch (flag) {
    case 'favourited':
      return on ? one.favourite() : one.unfavourite();
    case 'reblogged':
      return on ? one.reblog() : one.unreblog();
    case 'bookmarked':
      return on ? one.bookmark() : one.unbookmark();
    case 'pinned':
      return on ? one.pin() : one.unpin();
    case 'muted':
      return on ? one.mute() : one.unmute();
  }
}

/** Favourites, boosts, bookmarks, pins and muted conversations: they show at once, and are taken back when the server refuses. */
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
    changeStatus(queries, status.id, (it) => turned(it, flag, on));
    try {
      await send(status.id, flag, on);
      listsOf(flag, me.id).forEach((queryKey) => void queries.invalidateQueries({ queryKey, refetchType: 'none' }));
      if (done !== undefined) {
        toast({ text: done });
      }
    } catch (error) {
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
