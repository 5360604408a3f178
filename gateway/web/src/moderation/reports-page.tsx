import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import { type Cursor, type Page, pageOf } from '../api/paging';
import type { AdminReport } from '../api/types';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { REASON_TEXTS } from '../report/report-draft';
import { PageHeader } from '../shell/page-header';
import '../timeline/timeline.scss';
import { usePages } from '../timeline/use-pages';
import './moderation.scss';
import { Entries } from './entries';
import { ForStaff } from './for-staff';
import { REPORTS_KEY } from './use-report-actions';

/** What people have reported, the newest first. */
export function ReportsPage() {
  const { t } = useTranslation(LATER);
  const [resolved, setResolved] = useState(false);
  return (
    <>
      <PageHeader title={t('moderation.title')} back />
      <ForStaff>
        <p className="moderation-filter">
          <Link to="/moderation/cases">{t('cases.title')}</Link>
        </p>
        <div className="moderation-filter btn-group" role="group" aria-label={t('moderation.title')}>
          {[false, true].map((settled) => (
            <button
              key={String(settled)}
              type="button"
              className="btn btn-quiet"
              aria-pressed={resolved === settled}
              onClick={() => setResolved(settled)}
            >
              {settled ? t('moderation.resolved') : t('moderation.open')}
            </button>
          ))}
        </div>
        <Queue key={String(resolved)} resolved={resolved} />
      </ForStaff>
    </>
  );
}

async function fetchPage(resolved: boolean, cursor: Cursor): Promise<Page<AdminReport>> {
  const wanted = { resolved, limit: 20, ...cursor };
  const { items, next } = await pageOf(api.v1.admin.reports.list.$raw(wanted));
  return { items: items as unknown as AdminReport[], next };
}

function Queue({ resolved }: { resolved: boolean }) {
  const { t } = useTranslation(LATER);
  const list = usePages<AdminReport>([...REPORTS_KEY, { resolved }], (cursor) => fetchPage(resolved, cursor), !resolved);
  return (
    <Entries
      list={list}
      label={resolved ? t('moderation.resolved') : t('moderation.open')}
      none={{ Icon: ShieldCheck, title: t('moderation.emptyTitle'), text: t('moderation.emptyText') }}
    >
      {(report) => <Entry key={report.id} report={report} />}
    </Entries>
  );
}

function Entry({ report }: { report: AdminReport }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  return (
    <article className="moderation-entry">
      <h2>
        <Link to={`/moderation/${report.id}`}>
          {t('moderation.about', { name: nameOf(report.targetAccount.account) })}
        </Link>
      </h2>
      <p className="quiet">
        {t(REASON_TEXTS[report.category])} · {t('moderation.posts', { count: report.statuses.length })} ·{' '}
        <time dateTime={report.createdAt}>{format.ago(report.createdAt)}</time>
      </p>
      {report.comment !== '' && <p dir="auto">{report.comment}</p>}
      <p className="quiet">
        {report.assignedAccount == null
          ? t('moderation.unassigned')
          : t('moderation.assignedTo', { name: nameOf(report.assignedAccount.account) })}
      </p>
    </article>
  );
}
