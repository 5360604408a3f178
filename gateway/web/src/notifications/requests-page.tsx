import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BellOff } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { NotificationRequest } from '../api/types';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { PersonCard } from '../profile/person-card';
import '../relation/relation.scss';
import { SignedIn } from '../session/signed-in';
import { focusBeside } from '../shell/focus-beside';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { useToast } from '../shell/toasts';
import { More } from '../timeline/more';
import '../timeline/timeline.scss';
import { type Pages, usePages } from '../timeline/use-pages';
import { NOTIFICATIONS_KEY } from './groups';
import { POLICY_KEY, REQUESTS_KEY } from './policy';
import { UNREAD_KEY } from './unread';

const ITEMS = 'main .person-card';

/** Those whose notifications one's own policy has set apart: each is heard from now on, or put aside. */
export function RequestsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('policy.requests')} back />
      <SignedIn>
        <Requests />
      </SignedIn>
    </>
  );
}

function Requests() {
  const { t } = useTranslation(LATER);
  const list = usePages<NotificationRequest>(REQUESTS_KEY, (cursor) =>
    pageOf(api.v1.notifications.requests.list.$raw({ limit: 40, ...cursor })),
  );
  if (list.isPending) {
    return <Loading />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.items.length === 0) {
    return (
      <Empty Icon={BellOff} title={t('policy.emptyTitle')} text={t('policy.emptyText')}>
        <Link to="/settings/notifications" className="btn btn-quiet">
          {t('policy.title')}
        </Link>
      </Empty>
    );
  }
  return (
    <section aria-label={t('policy.requests')}>
      {list.items.map((request) => (
        <PersonCard
          key={request.id}
          account={request.account}
          hint={t('policy.count', { count: Number(request.notificationsCount) })}
          action={<Decision request={request} />}
        />
      ))}
      <More list={list} />
    </section>
  );
}

/** Accepts or dismisses a request; it is gone at once, and there again when the server refuses. */
function Decision({ request: { id, account } }: { request: NotificationRequest }) {
  const { t } = useTranslation(LATER);
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const buttons = useRef<HTMLDivElement>(null);
  const name = { name: nameOf(account) };
  const { mutate } = useMutation({
    mutationFn: async (accept: boolean) => {
      const request = api.v1.notifications.requests.$select(id);
      await (accept ? request.accept() : request.dismiss());
    },
    onMutate: async () => {
      await queries.cancelQueries({ queryKey: REQUESTS_KEY });
      const before = queries.getQueryData<Pages<NotificationRequest>>(REQUESTS_KEY);
      if (buttons.current?.contains(document.activeElement) === true) {
        focusBeside(buttons.current.closest<HTMLElement>(ITEMS), ITEMS);
      }
      queries.setQueryData<Pages<NotificationRequest>>(REQUESTS_KEY, (list) => {
        const others = (items: NotificationRequest[]) => items.filter((item) => item.id !== id);
        return list && { ...list, pages: list.pages.map((page) => ({ ...page, items: others(page.items) })) };
      });
      return { before };
    },
    onSuccess: (_answer, accept) => {
      toast({ text: accept ? t('policy.accepted', name) : t('policy.dismissed', name) });
      if (accept) {
        void queries.invalidateQueries({ queryKey: NOTIFICATIONS_KEY });
        void queries.invalidateQueries({ queryKey: UNREAD_KEY });
      }
    },
    onError: (error, _accept, undo) => {
      queries.setQueryData(REQUESTS_KEY, undo?.before);
      tellFailure(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: POLICY_KEY }),
  });
  return (
    <div className="person-actions" ref={buttons}>
      <button type="button" className="btn btn-primary btn-sm" onClick={() => mutate(true)}>
        {t('notifications.accept')} <span className="visually-hidden">{name.name}</span>
      </button>
      <button type="button" className="btn btn-quiet btn-sm" onClick={() => mutate(false)}>
        {t('policy.dismiss')} <span className="visually-hidden">{name.name}</span>
      </button>
    </div>
  );
}
