import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MailCheck, ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import { type Cursor, pageOf } from '../api/paging';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { useFailureToast } from '../error/failure-toast';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { useMe } from '../session/session';
import { SignedIn } from '../session/signed-in';
import { actsOnPeople } from '../session/staff';
import { REASON_TEXTS, STREAM_TEXTS, type Suppression } from '../settings/unreached-mail';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { useToast } from '../shell/toasts';
import { More } from '../timeline/more';
import { usePages } from '../timeline/use-pages';
import './moderation.scss';

/** Somebody whom mails do not reach. */
interface AdminSuppression extends Suppression {
  id: string;
  accountId: string;
  username: string;
  email: string;
}

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  admin: {
    mailSuppressions: {
      list: { $raw(params: Cursor & { limit: number }): Promise<{ data: AdminSuppression[]; headers: Headers }> };
      $select(id: string): { reactivate: { create(): Promise<unknown> } };
    };
  };
}

const { mailSuppressions } = (api.v1 as unknown as Additions).admin;

const KEY = ['admin-mail-suppressions'];

/** Whom mails do not reach, and the way to have their addresses tried again. */
export function SuppressionsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('unreached.title')} back />
      <SignedIn>
        <IfAllowed />
      </SignedIn>
    </>
  );
}

function IfAllowed() {
  const { t } = useTranslation(LATER);
  return actsOnPeople(useMe()) ? (
    <List />
  ) : (
    <Empty Icon={ShieldAlert} title={t('moderation.deniedTitle')} text={t('unreached.denied')} />
  );
}

function List() {
  const { t } = useTranslation(LATER);
  const list = usePages<AdminSuppression>(KEY, (cursor) => pageOf(mailSuppressions.list.$raw({ limit: 20, ...cursor })));
  if (list.isPending) {
    return <Loading />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.items.length === 0) {
    return <Empty Icon={MailCheck} title={t('unreached.noneTitle')} text={t('unreached.noneText')} />;
  }
  return (
    <section aria-label={t('unreached.title')}>
      {list.items.map((one) => (
        <Entry key={one.id} suppression={one} />
      ))}
      <More list={list} />
    </section>
  );
}

function Entry({ suppression: { id, username, email, stream, reason, since } }: { suppression: AdminSuppression }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const { mutate, isPending } = useMutation({
    mutationFn: () => mailSuppressions.$select(id).reactivate.create(),
    onSuccess: () => toast({ text: t('unreached.reactivated') }),
    onError: (error) => tellFailure(error),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <article className="moderation-entry">
      <h2>
        <Link to={`/@${username}`}>
          <bdi>@{username}</bdi>
        </Link>
      </h2>
      <p>
        <bdi>{email}</bdi>
      </p>
      <p className="quiet">
        {t(STREAM_TEXTS[stream])}: {t(REASON_TEXTS[reason])} · <time dateTime={since}>{format.ago(since)}</time>
      </p>
      <div className="moderation-actions">
        <button type="button" className="btn btn-sm btn-quiet" disabled={isPending} onClick={() => mutate()}>
          {t('unreached.reactivate')}
        </button>
      </div>
    </article>
  );
}
