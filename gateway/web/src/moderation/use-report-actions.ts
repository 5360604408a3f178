import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { AdminReport } from '../api/types';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { useToast } from '../shell/toasts';
import { casework } from './casework-api';
import { once } from './once';

export const REPORTS_KEY = ['moderation-reports'];

/** What can be done about the person that a report is about. */
export const SANCTIONS = ['none', 'delete_statuses', 'sensitive', 'silence', 'disable', 'suspend'] as const;
export type Sanction = (typeof SANCTIONS)[number];

/** What a moderator has decided: until when it holds in seconds, and which posts are to go, where it is about that. */
export interface Decision {
  type: Sanction;
  text: string;
  expiresIn?: number | undefined;
  statusIds?: string[] | undefined;
}

/** The same in words, by the keys of the texts. */
export const SANCTION_TEXTS = {
  none: 'moderation.sanctions.none',
  delete_statuses: 'moderation.sanctions.deleteStatuses',
  sensitive: 'moderation.sanctions.sensitive',
  silence: 'moderation.sanctions.silence',
  disable: 'moderation.sanctions.disable',
  suspend: 'moderation.sanctions.suspend',
} as const satisfies Record<Sanction, string>;

export function useReport(id: string) {
  return useQuery({
    queryKey: [...REPORTS_KEY, id],
    queryFn: async () => (await api.v1.admin.reports.$select(id).fetch()) as unknown as AdminReport,
  });
}

/** Does something about a report or its person, and reads everything anew. */
export function useReportActions(report: AdminReport) {
  const { t } = useTranslation(LATER);
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const { mutate, isPending } = useMutation({
    mutationFn: async (act: () => Promise<unknown>) => act(),
    onSuccess: () => toast({ text: t('moderation.done') }),
    onError: (error) => tellFailure(error),
    onSettled: () => queries.invalidateQueries({ queryKey: REPORTS_KEY }),
  });
  const one = api.v1.admin.reports.$select(report.id);
  const person = api.v1.admin.accounts.$select(report.targetAccount.id);
  return {
    isPending,
    assign: () => mutate(() => one.assignToSelf()),
    unassign: () => mutate(() => one.unassign()),
    resolve: () => mutate(() => one.resolve()),
    reopen: () => mutate(() => one.reopen()),
    sanction: (decision: Decision) => {
      const wish = { ...decision, reportId: report.id, sendEmailNotification: true };
      const { action } = casework.admin.accounts.$select(report.targetAccount.id);
      return mutate(() => once(wish, (meta) => action.create(wish, meta)));
    },
    unsensitive: () => mutate(() => person.unsensitive()),
    unsilence: () => mutate(() => person.unsilence()),
    unsuspend: () => mutate(() => person.unsuspend()),
    enable: () => mutate(() => person.enable()),
  };
}
