import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Account, Relationship } from '../api/types';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { NOTIFICATIONS_KEY } from '../notifications/groups';
import { nameOf } from '../profile/names';
import { focusBeside } from '../shell/focus-beside';
import { useToast } from '../shell/toasts';
import { FOLLOW_REQUESTS_KEY } from './follow-requests';
import './relation.scss';
import { relationshipKey } from './use-relationship';

/** What goes once it is answered. */
const ITEMS = 'main .person-card, article.notification';

/** Accepts or declines who asks to follow. */
export function FollowRequestActions({ account }: { account: Account }) {
  const { t } = useTranslation(LATER);
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const buttons = useRef<HTMLDivElement>(null);
  const name = { name: nameOf(account) };
  const answer = useMutation({
    mutationFn: async (accept: boolean) => {
      const request = api.v1.followRequests.$select(account.id);
      return accept ? request.authorize() : request.reject();
    },
    onSuccess: (relationship: Relationship, accept) => {
      if (buttons.current?.contains(document.activeElement) === true) {
        focusBeside(buttons.current.closest<HTMLElement>(ITEMS), ITEMS);
      }
      queries.setQueryData(relationshipKey(account.id), relationship);
      toast({ text: accept ? t('notifications.accepted', name) : t('notifications.declined', name) });
      void queries.invalidateQueries({ queryKey: NOTIFICATIONS_KEY });
      void queries.invalidateQueries({ queryKey: FOLLOW_REQUESTS_KEY });
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <div className="person-actions" ref={buttons}>
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
