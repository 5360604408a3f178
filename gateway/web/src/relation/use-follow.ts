import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Account, Relationship } from '../api/types';
import { useFailureToast } from '../error/failure-toast';
import { nameOf } from '../profile/names';
import { unlessTakenBack } from '../shell/deferred';
import { useToast } from '../shell/toasts';
import { HOME_KEY } from '../timeline/timeline-keys';
import { leaving, relationshipKey } from './use-relationship';

/** Lists that hold others once one follows somebody: loaded anew when they are next visited. */
const STALE = [HOME_KEY, ['people']];

/**
 * Follows and unfollows; shown at once, and taken back when the server refuses. The server hears of unfollowing a moment
 * later, so that it can be undone without asking again those who approve their followers.
 */
export function useFollow(account: Account): { follow: () => void; unfollow: () => void } {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const key = relationshipKey(account.id);
  const one = api.v1.accounts.$select(account.id);

  /** Shows what will be; returns the way back to what was. */
  const expect = (after: Partial<Relationship>): (() => void) => {
    const before = queries.getQueryData<Relationship>(key);
    const step = Number(after.following ?? before?.following) - Number(before?.following);
    queries.setQueryData<Relationship>(key, (it) => it && { ...it, ...after });
    countFollower(step);
    return () => {
      queries.setQueryData(key, before);
      countFollower(-step);
    };
  };
  const countFollower = (step: number): void => {
    queries.setQueryData<Account>(
      ['account', account.acct.toLowerCase()],
      (it) => it && { ...it, followersCount: it.followersCount + step },
    );
  };
  const { mutate } = useMutation({
    mutationFn: ({ send }: { send: () => PromiseLike<unknown>; back: () => void }) => Promise.resolve(send()),
    onSuccess: (relationship) => {
      queries.setQueryData(key, relationship as Relationship);
      STALE.forEach((queryKey) => void queries.invalidateQueries({ queryKey, refetchType: 'none' }));
    },
    onError: (error, { back }) => {
      back();
      tellFailure(error);
    },
  });

  const follow = (): void => {
    if (leaving.get(account.id)?.() === true) {
      return;
    }
    const back = expect(account.locked || account.limited === true ? { requested: true } : { following: true });
    mutate({ send: () => one.follow(), back });
  };

  const unfollow = (): void => {
    const wasFollowing = queries.getQueryData<Relationship>(key)?.following === true;
    const back = expect({ following: false, requested: false });
    const recall = unlessTakenBack((closing) => {
      leaving.delete(account.id);
      mutate({ send: () => one.unfollow(undefined, { requestInit: { keepalive: closing } }), back });
    });
    const takeBack = (): boolean => {
      const inTime = recall();
      if (inTime) {
        leaving.delete(account.id);
        back();
      }
      return inTime;
    };
    leaving.set(account.id, takeBack);
    const name = { name: nameOf(account) };
    toast({
      text: wasFollowing ? t('profile.unfollowed', name) : t('profile.withdrawn', name),
      action: { label: t('common.undo'), run: takeBack },
    });
  };

  return { follow, unfollow };
}
