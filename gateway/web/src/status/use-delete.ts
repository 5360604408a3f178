import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { statusOf } from '../api/errors';
import { useFailureToast } from '../error/failure-toast';
import { unlessTakenBack } from '../shell/deferred';
import { useToast } from '../shell/toasts';
import { removeStatus } from './status-cache';

/** Deletes a post: it is gone from the page at once, and from the server when nobody has taken it back. */
export function useDelete(): (id: string) => void {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const toast = useToast();
  const tellFailure = useFailureToast();

  return (id) => {
    const reload = () => void queries.invalidateQueries();
    const takeBack = unlessTakenBack(() => {
      const request = api.v1.statuses.$select(id).remove(undefined, { requestInit: { keepalive: true } });
      request.catch((error: unknown) => {
        if (statusOf(error) !== 404) {
          tellFailure(error);
          reload();
        }
      });
    });
    removeStatus(queries, id);
    toast({
      text: t('post.deleted'),
      action: {
        label: t('common.undo'),
        run: () => {
          takeBack();
          reload();
        },
      },
    });
  };
}
