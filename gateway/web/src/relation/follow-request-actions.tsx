import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Account, Relationship } from '../api/types';
import { nameOf } from '../profile/names';
import { useToast } from '../shell/toasts';
import { FOLLOW_REQUESTS_KEY } from './follow-requests';
import './relation.scss';
import { relationshipKey } from './use-relationship';

/** Accepts or declines who asks to follow. */
export function FollowRequestActions({ account }: { account: Account }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const name = { name: nameOf(account) };
  const answer = useMutation({
    mutationFn: async (accept: boolean) => {
      const request = api.v1.followRequests.$select(account.id);
      return accept ? request.authorize() : request.reject();
    },
    onSuccess: (relationship: Relationship, accept) => {
      queries.setQueryData(relationshipKey(account.id), relationship);
      toast({ text: accept ? t('notifications.accepted', name) : t('notifications.declined', name) });
      void queries.invalidateQueries({ queryKey: ['notifications', 'list'] });
      void queries.invalidateQueries({ queryKey: FOLLOW_REQUESTS_KEY });
    },
    onError: () => toast({ text: t('error.notDone'), bad: true }),
  });
  return (
    <div className="person-actions">
      <button
        type="button"
        className="btn btn-primary btn-sm"
        disabled={answer.isPending}
        onClick={() => answer.mutate(true)}
      >
        {t('notifications.accept')} <span className="visually-hidden">{name.name}</span>
      </button>
      <button
        type="button"
        className="btn btn-quiet btn-sm"
        disabled={answer.isPending}
        onClick={() => answer.mutate(false)}
      >
        {t('notifications.decline')} <span className="visually-hidden">{name.name}</span>
      </button>
    </div>
  );
}
