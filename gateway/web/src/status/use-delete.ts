import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { statusOf } from '../api/errors';
import { useToast } from '../shell/toasts';
import { removeStatus } from './status-cache';

/** As long as the message with its way back shows. */
const TIME_TO_CHANGE_ONES_MIND = 6_000;

const pending = new Map<string, () => void>();

// Who closes the page has made up their mind.
window.addEventListener('pagehide', () => pending.forEach((finish) => finish()));

/** Deletes a post: it is gone from the page at once, and from the server when nobody has taken it back. */
export function useDelete(): (id: string) => void {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const toast = useToast();

  return (id) => {
    const reload = () => void queries.invalidateQueries();
    const finish = (): void => {
      clearTimeout(timer);
      pending.delete(id);
      const request = api.v1.statuses.$select(id).remove(undefined, { requestInit: { keepalive: true } });
      request.catch((error: unknown) => {
        if (statusOf(error) !== 404) {
          toast({ text: t('error.notDone'), bad: true });
          reload();
        }
      });
    };
    const timer = setTimeout(finish, TIME_TO_CHANGE_ONES_MIND);
    pending.set(id, finish);
    removeStatus(queries, id);
    toast({
      text: t('post.deleted'),
      action: {
        label: t('common.undo'),
        run: () => {
          clearTimeout(timer);
          pending.delete(id);
          reload();
        },
      },
    });
  };
}
