import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import { type Cursor, pageOf } from '../api/paging';
import { useFailureToast } from '../error/failure-toast';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { actsOnPeople } from '../session/staff';
import { REASON_TEXTS, STREAM_TEXTS, type Suppression } from '../settings/unreached-mail';
import { PageHeader } from '../shell/page-header';
import { useToast } from '../shell/toasts';
import { usePages } from '../timeline/use-pages';
import { Entries } from './entries';
import { ForStaff } from './for-staff';
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
      <ForStaff may={actsOnPeople} denied={t('unreached.denied')}>
        <List />
      </ForStaff>
    </>
  );
}

function List() {
  const { t } = useTranslation(LATER);
  const list = usePages<AdminSuppression>(KEY, (cursor) => pageOf(mailSuppressions.list.$raw({ limit: 20, ...cursor })));
  return (
    <Entries
      list={list}
      label={t('unreached.title')}
      none={{ Icon: MailCheck, title: t('unreached.noneTitle'), text: t('unreached.noneText') }}
    >
      {(one) => <Entry key={one.id} suppression={one} />}
    </Entries>
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
