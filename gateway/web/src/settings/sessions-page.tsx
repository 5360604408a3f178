import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AppWindow, MonitorSmartphone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Failure } from '../error/failure';
import { useFailureToast } from '../error/failure-toast';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { ConfirmDialog } from '../shell/confirm-dialog';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { useToast } from '../shell/toasts';
import { type AuthorizedApp, authorizedApps, type OpenSession, sessions } from './sessions-api';
import './sessions.scss';

const SESSIONS = ['sessions'];
const APPS = ['authorized-apps'];

/** Where one is signed in, which apps may act for one, and how to end either. */
export function SessionsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('sessions.title')} back />
      <SignedIn>
        <div className="sessions">
          <Sessions />
          <Apps />
        </div>
      </SignedIn>
    </>
  );
}

function Sessions() {
  const { t } = useTranslation(LATER);
  const [asked, setAsked] = useState(false);
  const list = useQuery({ queryKey: SESSIONS, queryFn: async () => sessions.list() });
  const ending = useEnding(SESSIONS);
  if (list.data === undefined) {
    return list.isError ? <Failure error={list.error} retry={() => void list.refetch()} /> : <Loading />;
  }
  const others = list.data.filter(({ current }) => !current);
  const end = ({ id }: OpenSession) =>
    ending.mutate({ end: () => sessions.$select(id).remove(), text: t('sessions.ended') });
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('sessions.browsers')}</h2>
      <ul>
        {list.data.map((session) => (
          <Session key={session.id} session={session} disabled={ending.isPending} onEnd={() => end(session)} />
        ))}
      </ul>
      {others.length > 1 && (
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          disabled={ending.isPending}
          onClick={() => setAsked(true)}
        >
          {t('sessions.endOthers')}
        </button>
      )}
      {asked && (
        <ConfirmDialog
          title={t('sessions.endOthers')}
          text={t('sessions.endOthersText', { count: others.length })}
          action={t('sessions.end')}
          onConfirm={() => ending.mutate({ end: () => sessions.remove(), text: t('sessions.othersEnded') })}
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  );
}

function Session({
  session: { device, ip, createdAt, lastUsedAt, current },
  disabled,
  onEnd,
}: {
  session: OpenSession;
  disabled: boolean;
  onEnd: () => void;
}) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const name = device ?? t('sessions.unknownDevice');
  return (
    <Row
      Icon={<MonitorSmartphone size={20} aria-hidden="true" />}
      name={name}
      mark={current ? t('sessions.current') : undefined}
      button={!current && <EndButton name={name} text={t('sessions.end')} disabled={disabled} onClick={onEnd} />}
    >
      {!current && (
        <time dateTime={lastUsedAt} title={format.full(lastUsedAt)}>
          {t('sessions.lastUsed', { when: format.ago(lastUsedAt) })}
        </time>
      )}
      <time dateTime={createdAt}>{t('sessions.since', { when: format.full(createdAt) })}</time>
      {ip !== null && <bdi>{ip}</bdi>}
    </Row>
  );
}

function Apps() {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const list = useQuery({ queryKey: APPS, queryFn: async () => authorizedApps.list() });
  const ending = useEnding(APPS);
  if (list.data === undefined) {
    return list.isError ? <Failure error={list.error} retry={() => void list.refetch()} /> : <Loading />;
  }
  const revoke = ({ id }: AuthorizedApp) =>
    ending.mutate({ end: () => authorizedApps.$select(id).remove(), text: t('sessions.revoked') });
  return (
    <section aria-labelledby="apps-title">
      <h2 id="apps-title">{t('settings.apps')}</h2>
      {list.data.length === 0 && <p className="quiet">{t('sessions.noApps')}</p>}
      <ul>
        {list.data.map((app) => (
          <Row
            key={app.id}
            Icon={<AppWindow size={20} aria-hidden="true" />}
            name={app.name}
            button={
              <EndButton
                name={app.name}
                text={t('sessions.revoke')}
                disabled={ending.isPending}
                onClick={() => revoke(app)}
              />
            }
          >
            <time dateTime={app.createdAt}>{t('sessions.since', { when: format.full(app.createdAt) })}</time>
          </Row>
        ))}
      </ul>
    </section>
  );
}

function Row({
  Icon,
  name,
  mark,
  button,
  children,
}: {
  Icon: ReactNode;
  name: string;
  mark?: string | undefined;
  button: ReactNode;
  children: ReactNode;
}) {
  return (
    <li>
      {Icon}
      <div>
        <bdi className="name">{name}</bdi>
        {mark !== undefined && <span className="mark">{mark}</span>}
        <div className="quiet details">{children}</div>
      </div>
      {button}
    </li>
  );
}

function EndButton({
  name,
  text,
  disabled,
  onClick,
}: {
  name: string;
  text: string;
  disabled: boolean;
  onClick: () => void;
}) {
  return (
    <button type="button" className="btn btn-sm btn-quiet" disabled={disabled} onClick={onClick}>
      {text} <span className="visually-hidden">{name}</span>
    </button>
  );
}

/** Ends something that others hold, says so, and shows what is left. */
function useEnding(queryKey: string[]) {
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  return useMutation({
    mutationFn: ({ end }: { end: () => Promise<unknown>; text: string }) => end(),
    onSuccess: (_answer, { text }) => toast({ text }),
    onError: (error) => tellFailure(error),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
}
