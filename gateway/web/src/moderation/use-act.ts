import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { useToast } from '../shell/toasts';
import { CASEWORK_KEY } from './casework-api';

/** Does something, says so, and reads anew what it concerns: everything about cases unless something else is said. */
export function useAct(queryKey: QueryKey = CASEWORK_KEY) {
  const { t } = useTranslation(LATER);
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  return useMutation({
    mutationFn: async (act: () => Promise<unknown>) => act(),
    onSuccess: () => toast({ text: t('moderation.done') }),
    onError: (error) => tellFailure(error),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
}
