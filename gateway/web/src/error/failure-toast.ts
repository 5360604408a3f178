import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { reasonOf, statusOf } from '../api/errors';
import { type Toast, useToast } from '../shell/toasts';

/**
 * Says that something was not done: in the server's words, where a person can mend it. That a session has ended is said
 * once for all that fails by it.
 */
export function useFailureToast(): (error: unknown, more?: Partial<Toast>) => void {
  const { t } = useTranslation();
  const toast = useToast();
  return useCallback(
    (error, more) => {
      if (statusOf(error) !== 401) {
        toast({ ...more, text: reasonOf(error) ?? more?.text ?? t('error.notDone'), bad: true });
      }
    },
    [t, toast],
  );
}
