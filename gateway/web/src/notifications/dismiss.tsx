import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { statusOf } from '../api/errors';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { focusBeside } from '../shell/focus-beside';
import type { Pages } from '../timeline/use-pages';
import { type Group, NOTIFICATIONS_KEY, withoutGroup } from './groups';
import { UNREAD_KEY, tellRead } from './unread';

const ROWS = '.notification';
const GONE = 404;

/** Puts a notification away for good; it is gone at once, and there again when the server refuses. */
export function Dismiss({ group: { id }, text }: { group: Group; text: string }) {
  const { t } = useTranslation(LATER);
  const queries = useQueryClient();
  const tellFailure = useFailureToast();
  const button = useRef<HTMLButtonElement>(null);
  const { mutate } = useMutation({
    mutationFn: async () => {
      try {
        await api.v2.notifications.$select(id).dismiss();
      } catch (error) {
        if (statusOf(error) !== GONE) {
          throw error;
        }
      }
    },
    onMutate: async () => {
      await queries.cancelQueries({ queryKey: NOTIFICATIONS_KEY });
      const before = queries.getQueriesData<Pages<Group> | Group[]>({ queryKey: NOTIFICATIONS_KEY });
      if (document.activeElement === button.current) {
        focusBeside(button.current?.closest<HTMLElement>(ROWS), ROWS);
      }
      queries.setQueriesData<Pages<Group> | Group[]>({ queryKey: NOTIFICATIONS_KEY }, (cached) =>
        withoutGroup(cached, id),
      );
      return before;
    },
    onSuccess: async () => {
      tellRead();
      await queries.invalidateQueries({ queryKey: UNREAD_KEY });
    },
    onError: (error, _nothing, before) => {
      before?.forEach(([key, cached]) => queries.setQueryData(key, cached));
      tellFailure(error);
    },
  });
  return (
    <button
      ref={button}
      type="button"
      className="icon-button notification-dismiss"
      title={t('notifications.dismiss')}
      onClick={() => mutate()}
    >
      <X size={16} aria-hidden="true" />
      <span className="visually-hidden">
        {t('notifications.dismiss')}: {text}
      </span>
    </button>
  );
}
