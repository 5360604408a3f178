import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { statusOf } from '../api/errors';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { useFailureToast } from '../error/failure-toast';
import { NotFoundPage } from '../error/not-found-page';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { useSession } from '../session/session';
import { announces } from '../session/staff';
import { ConfirmDialog } from '../shell/confirm-dialog';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { RichText } from '../status/rich-text';
import { AnnouncementForm } from './announcement-form';
import {
  ADMIN_ANNOUNCEMENTS_KEY, type AdminAnnouncement, adminAnnouncements, ANNOUNCEMENTS_KEY, type Mailing,
} from './announcements-api';
import './announcements.scss';

const MOST = 40;
const WATCHED = 2_000;

/** What the server announces, for those who may announce. */
export function AdminAnnouncementsPage() {
  const { t } = useTranslation(LATER);
  const me = useSession();
  if (me === null || !announces(me)) {
    return <NotFoundPage />;
  }
  return (
    <>
      <PageHeader title={t('announce.title')} back />
      <div className="announcements">
        <Announcements />
      </div>
    </>
  );
}

function Announcements() {
  const { t } = useTranslation(LATER);
  const [changing, setChanging] = useState<AdminAnnouncement | 'new' | null>(null);
  const list = useQuery({
    queryKey: ADMIN_ANNOUNCEMENTS_KEY,
    queryFn: async () => adminAnnouncements.list({ limit: MOST }),
  });
  if (list.data === undefined) {
    return list.isError ? <Failure error={list.error} retry={() => void list.refetch()} /> : <Loading />;
  }
  if (changing !== null) {
    return (
      <AnnouncementForm announcement={changing === 'new' ? undefined : changing} onDone={() => setChanging(null)} />
    );
  }
  return (
    <>
      <button type="button" className="btn btn-primary" onClick={() => setChanging('new')}>
        {t('announce.new')}
      </button>
      {list.data.length === 0 ? (
        <Empty Icon={Bell} title={t('announce.emptyTitle')} text={t('announce.emptyText')} />
      ) : (
        <ul aria-label={t('announce.title')}>
          {list.data.map((announcement) => (
            <Row key={announcement.id} announcement={announcement} onChange={() => setChanging(announcement)} />
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ announcement, onChange }: { announcement: AdminAnnouncement; onChange: () => void }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const { mutate, isPending } = useDeed();
  const [asked, setAsked] = useState(false);
  const { id, state, texts, mainLanguage, scheduledAt, mail } = announcement;
  const one = adminAnnouncements.$select(id);
  const states = {
    draft: t('announce.draft'),
    scheduled: t('announce.scheduled', { when: scheduledAt === null ? '' : format.full(scheduledAt) }),
    published: t('announce.published'),
    over: t('announce.over'),
  };
  const main = texts.find(({ language }) => language === mainLanguage);
  return (
    <li>
      <p className="quiet mb-1">
        {states[state]}
        {' · '}
        {texts.map(({ language }) => format.language(language)).join(', ')}
      </p>
      {main !== undefined && <RichText html={main.content} lang={main.language} />}
      {mail && state !== 'draft' && <MailProgress id={id} />}
      <div className="announcement-buttons">
        {state === 'draft' || state === 'over' ? (
          <button
            type="button"
            className="btn btn-sm btn-primary"
            disabled={isPending}
            onClick={() => mutate(() => one.publish.create())}
          >
            {t('announce.publish')}
          </button>
        ) : (
          <button
            type="button"
            className="btn btn-sm btn-quiet"
            disabled={isPending}
            onClick={() => mutate(() => one.unpublish.create())}
          >
            {t('announce.unpublish')}
          </button>
        )}
        <button type="button" className="btn btn-sm btn-quiet" onClick={onChange}>
          {t('announce.change')}
        </button>
        <button type="button" className="btn btn-sm btn-quiet" disabled={isPending} onClick={() => setAsked(true)}>
          {t('announce.delete')}
        </button>
      </div>
      {asked && (
        <ConfirmDialog
          title={t('announce.deleteTitle')}
          text={t('announce.deleteText')}
          action={t('announce.delete')}
          onConfirm={() => mutate(() => one.remove())}
          onClose={() => setAsked(false)}
        />
      )}
    </li>
  );
}

/** How far the mails are, as long as it is looked at. */
function MailProgress({ id }: { id: string }) {
  const { t } = useTranslation(LATER);
  const { mutate, isPending } = useDeed();
  const [asked, setAsked] = useState(false);
  const { mail } = adminAnnouncements.$select(id);
  const { data } = useQuery({
    queryKey: [...ADMIN_ANNOUNCEMENTS_KEY, 'mail', id],
    queryFn: async () => fetchOrNothing(() => mail.fetch()),
    refetchInterval: (query) => (query.state.data?.finishedAt == null ? WATCHED : false),
  });
  if (data == null) {
    return null;
  }
  const { sent, failed, left, rate } = data;
  const states = {
    running: t('announce.mailRunning'),
    paused: t('announce.mailPaused'),
    withdrawn: t('announce.mailWithdrawn'),
    done: t('announce.mailDone'),
  };
  return (
    <div role="group" aria-label={t('announce.mailProgress')}>
      <progress className="w-100" value={sent + failed} max={Math.max(1, sent + failed + left)} aria-label={states[data.state]} />
      <p className="quiet mb-1">
        {states[data.state]}
        {' · '}
        {t('announce.mailNumbers', { sent, failed, left, rate })}
      </p>
      <div className="announcement-buttons">
        {data.state === 'running' && (
          <button
            type="button"
            className="btn btn-sm btn-quiet"
            disabled={isPending}
            onClick={() => mutate(() => mail.pause.create())}
          >
            {t('announce.mailPause')}
          </button>
        )}
        {data.state === 'paused' && (
          <button
            type="button"
            className="btn btn-sm btn-quiet"
            disabled={isPending}
            onClick={() => mutate(() => mail.resume.create())}
          >
            {t('announce.mailResume')}
          </button>
        )}
        {(data.state === 'running' || data.state === 'paused') && (
          <button type="button" className="btn btn-sm btn-quiet" disabled={isPending} onClick={() => setAsked(true)}>
            {t('announce.mailWithdraw')}
          </button>
        )}
      </div>
      {asked && (
        <ConfirmDialog
          title={t('announce.mailWithdraw')}
          text={t('announce.mailWithdrawText')}
          action={t('announce.mailWithdraw')}
          onConfirm={() => mutate(() => mail.withdraw.create())}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}

/** No mails have begun to go out where there is nothing to be found. */
async function fetchOrNothing(ask: () => Promise<Mailing>): Promise<Mailing | null> {
  try {
    return await ask();
  } catch (error) {
    if (statusOf(error) === 404) {
      return null;
    }
    throw error;
  }
}

function useDeed() {
  const queries = useQueryClient();
  const tellFailure = useFailureToast();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError: (error) => tellFailure(error),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ADMIN_ANNOUNCEMENTS_KEY });
      await queries.invalidateQueries({ queryKey: ANNOUNCEMENTS_KEY });
    },
  });
}
