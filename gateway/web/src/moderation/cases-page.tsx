import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { pageOf } from '../api/paging';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { PageHeader } from '../shell/page-header';
import { usePages } from '../timeline/use-pages';
import { type AdminCase, CASEWORK_KEY, casework } from './casework-api';
import { Entries } from './entries';
import { ForStaff } from './for-staff';
import './moderation.scss';

/** The cases that are open, or in which somebody waits for an answer. */
export function CasesPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('cases.title')} back />
      <ForStaff>
        <Due />
      </ForStaff>
    </>
  );
}

function Due() {
  const { t } = useTranslation(LATER);
  const list = usePages<AdminCase>([...CASEWORK_KEY, 'due'], (cursor) =>
    pageOf(casework.admin.cases.list.$raw({ state: 'due', ...cursor })),
  );
  return (
    <Entries
      list={list}
      label={t('cases.title')}
      none={{ Icon: ShieldCheck, title: t('moderation.emptyTitle'), text: t('cases.emptyText') }}
    >
      {(one) => <Entry key={one.id} of={one} />}
    </Entries>
  );
}

function Entry({ of: { id, targetAccount, assignedAccount, waiting, reportsCount, updatedAt } }: { of: AdminCase }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  return (
    <article className="moderation-entry">
      <h2>
        <Link to={`/moderation/cases/${id}`}>{t('moderation.about', { name: nameOf(targetAccount) })}</Link>
      </h2>
      {waiting && <p className="moderation-standing">{t('cases.waiting')}</p>}
      <p className="quiet">
        {t('cases.reports', { count: reportsCount })} · <time dateTime={updatedAt}>{format.ago(updatedAt)}</time>
      </p>
      <p className="quiet">
        {assignedAccount === null
          ? t('moderation.unassigned')
          : t('moderation.assignedTo', { name: nameOf(assignedAccount) })}
      </p>
    </article>
  );
}
