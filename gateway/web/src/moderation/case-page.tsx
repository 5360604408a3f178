import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { pageOf } from '../api/paging';
import { Failure } from '../error/failure';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { useMe } from '../session/session';
import { actsOnPeople, decidesAppeals } from '../session/staff';
import { Loading } from '../shell/loading';
import { profilePath } from '../shell/nav-items';
import { PageHeader } from '../shell/page-header';
import { More } from '../timeline/more';
import { usePages } from '../timeline/use-pages';
import { type AdminCase, CASEWORK_KEY, type CaseNote, casework, type Strike } from './casework-api';
import { ErasureSection } from './erasure-section';
import { ForStaff } from './for-staff';
import { Messages } from './messages';
import './moderation.scss';
import { StrikeCard } from './strike-card';
import { TextForm } from './text-form';
import { useAct } from './use-act';

/** A case: what was done about the person, what they say to it, and what moderators tell each other. */
export function CasePage({ id }: { id: string }) {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('cases.case')} back />
      <ForStaff>
        <Loaded id={id} />
      </ForStaff>
    </>
  );
}

function Loaded({ id }: { id: string }) {
  const { t } = useTranslation(LATER);
  const one = useQuery({
    queryKey: [...CASEWORK_KEY, 'case', id],
    queryFn: () => casework.admin.cases.$select(id).fetch(),
  });
  if (one.data === undefined) {
    return one.isError ? <Failure error={one.error} retry={() => void one.refetch()} /> : <Loading />;
  }
  const { targetAccount: target, open, waiting, reportsCount } = one.data;
  return (
    <div className="moderation-report">
      <section aria-labelledby="case-facts">
        <h2 id="case-facts">{t('moderation.about', { name: nameOf(target) })}</h2>
        <p>
          <Link to={profilePath(target)}>{t('moderation.seeProfile', { name: nameOf(target) })}</Link>
        </p>
        {waiting && <p className="moderation-standing">{t('cases.waiting')}</p>}
        <p className="quiet">
          {open ? t('cases.open') : t('cases.settled')} · {t('cases.reports', { count: reportsCount })}
        </p>
      </section>
      <Strikes of={one.data} />
      <Messages caseId={id} of={casework.admin.cases.$select(id).messages} />
      <Notes of={one.data} />
      <ErasureSection of={target} />
    </div>
  );
}

function Strikes({ of: { targetAccount } }: { of: AdminCase }) {
  const { t } = useTranslation(LATER);
  const list = usePages<Strike>([...CASEWORK_KEY, 'strikes', targetAccount.id], (cursor) =>
    pageOf(casework.admin.strikes.list.$raw({ targetAccountId: targetAccount.id, ...cursor })),
  );
  return (
    <section aria-labelledby="case-strikes">
      <h2 id="case-strikes">{t('cases.strikes')}</h2>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && <p className="quiet">{t('cases.noStrikes')}</p>}
      {list.items.map((strike) => (
        <StrikeCard key={strike.id} strike={strike}>
          <Acts strike={strike} />
        </StrikeCard>
      ))}
      <More list={list} />
    </section>
  );
}

function Acts({ strike }: { strike: Strike }) {
  const { t } = useTranslation(LATER);
  const me = useMe();
  const { mutate, isPending } = useAct();
  const one = casework.admin.strikes.$select(strike.id);
  return (
    <div className="moderation-actions">
      {strike.appeal?.state === 'pending' && decidesAppeals(me) && (
        <>
          <button
            type="button"
            className="btn btn-primary"
            disabled={isPending}
            onClick={() => mutate(() => one.appeal.approve.create())}
          >
            {t('cases.approve')}
          </button>
          <button
            type="button"
            className="btn btn-quiet"
            disabled={isPending}
            onClick={() => mutate(() => one.appeal.reject.create())}
          >
            {t('cases.reject')}
          </button>
        </>
      )}
      {strike.liftedAt === null && actsOnPeople(me) && (
        <button
          type="button"
          className="btn btn-quiet"
          disabled={isPending}
          onClick={() => mutate(() => one.undo.create())}
        >
          {t('cases.undo')}
        </button>
      )}
    </div>
  );
}

function Notes({ of: { id, targetAccount } }: { of: AdminCase }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const { mutate, isPending } = useAct();
  const { notes } = casework.admin.accounts.$select(targetAccount.id);
  const list = usePages<CaseNote>([...CASEWORK_KEY, 'notes', targetAccount.id], (cursor) =>
    pageOf(notes.list.$raw({ ...cursor })),
  );
  return (
    <section aria-labelledby="case-notes">
      <h2 id="case-notes">{t('cases.notes')}</h2>
      <TextForm
        label={t('cases.note')}
        action={t('cases.addNote')}
        disabled={isPending}
        onSend={(text, onSuccess) => mutate(() => notes.create({ text, caseId: id }), { onSuccess })}
      />
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.items.map(({ id: noteId, account, createdAt, text }) => (
        <article key={noteId} className="moderation-message">
          <p className="quiet">
            {account !== null && nameOf(account)} · <time dateTime={createdAt}>{format.full(createdAt)}</time>
          </p>
          <p dir="auto">{text}</p>
        </article>
      ))}
      <More list={list} />
    </section>
  );
}
