import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Status } from '../api/types';
import { SIGN_IN, useSession } from '../session/session';
import { useToast } from '../shell/toasts';
import { changeStatus } from './status-cache';

type Flag = 'favourited' | 'reblogged' | 'bookmarked';

const COUNTS = { favourited: 'favouritesCount', reblogged: 'reblogsCount', bookmarked: null } as const;

/** The post with the flag turned and its count moved along. */
export function turned(status: Status, flag: Flag, on: boolean): Status {
  const count = COUNTS[flag];
  const before = status[flag] === true;
  return {
    ...status,
    [flag]: on,
    ...(count === null || before === on ? {} : { [count]: Math.max(0, status[count] + (on ? 1 : -1)) }),
  };
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
  }
}

/** Favourites, boosts and bookmarks: they show at once, and are taken back when the server refuses. */
export function useStatusActions(status: Status) {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const toast = useToast();
  const me = useSession();

  const turn = async (flag: Flag): Promise<void> => {
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
    } catch {
      changeStatus(queries, status.id, (it) => turned(it, flag, !on));
      toast({ text: t('error.notDone'), bad: true });
    }
  };

  return {
    favourite: () => turn('favourited'),
    boost: () => turn('reblogged'),
    bookmark: () => turn('bookmarked'),
  };
}
