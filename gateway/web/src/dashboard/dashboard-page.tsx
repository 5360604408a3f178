import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import '../insights/insights.scss';
import { ForStaff } from '../moderation/for-staff';
import { MailBudgetSection } from '../moderation/mail-budget';
import '../moderation/mails.scss';
import { seesFigures } from '../session/staff';
import { bytesIn } from '../settings/bytes-in';
import { PageHeader } from '../shell/page-header';
import type { Days, Entry } from './dashboard-api';
import './dashboard.scss';
import { daysIn } from './days';
import { DaysPicker } from './days-picker';
import { Measures } from './measures';
import { Ranking } from './ranking';
import { Retention } from './retention';

/** How the server fares, in numbers. */
export function DashboardPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('dashboard.title')} back />
      <ForStaff may={seesFigures} denied={t('dashboard.denied')}>
        <div className="insights">
          <DaysPicker />
          <Chosen />
        </div>
      </ForStaff>
    </>
  );
}

function Chosen() {
  const { t } = useTranslation(LATER);
  const [params] = useSearchParams();
  const days = daysIn(params);
  return days === undefined ? <p role="alert">{t('dashboard.badDays')}</p> : <Parts days={days} />;
}

function Parts({ days }: { days: Days }) {
  const { t } = useTranslation(LATER);
  return (
    <>
      <Measures
        title={t('dashboard.people')}
        days={days}
        of={[
          { key: 'active_users', label: t('dashboard.active') },
          { key: 'new_users', label: t('dashboard.joined') },
        ]}
      />
      <Measures
        title={t('profile.posts')}
        days={days}
        of={[
          { key: 'posts', label: t('dashboard.published') },
          { key: 'interactions', label: t('dashboard.interactions') },
        ]}
      />
      <Measures
        title={t('dashboard.reports')}
        days={days}
        of={[
          { key: 'opened_reports', label: t('dashboard.opened') },
          { key: 'resolved_reports', label: t('dashboard.resolved') },
          { key: 'response_time', label: t('dashboard.responseTime'), time: true },
        ]}
      />
      <Measures
        title={t('dashboard.mails')}
        days={days}
        of={[
          { key: 'mails_sent', label: t('dashboard.sent') },
          { key: 'mails_failed', label: t('dashboard.failed') },
        ]}
      />
      <MailBudgetSection />
      <Rankings days={days} />
      <Retention />
    </>
  );
}

function Rankings({ days }: { days: Days }) {
  const { t, i18n } = useTranslation(LATER);
  const format = useFormat();
  const count = ({ value }: Entry): string => format.count(Number(value));
  const stored = ({ key, humanKey }: Entry): string => {
    const [engine, service] = key.split('/');
    if (service !== undefined) {
      return t('dashboard.database', { service });
    }
    return engine === 'media' ? t('dashboard.media') : engine === 'elasticsearch' ? t('dashboard.searchIndex') : humanKey;
  };
  return (
    <>
      <Ranking
        title={t('dashboard.languages')}
        of="languages"
        days={days}
        first={t('search.language')}
        second={t('profile.posts')}
        name={({ key }) => (key === 'und' ? t('insights.unknown') : format.language(key))}
        value={count}
      />
      <Ranking
        title={t('dashboard.sources')}
        of="sources"
        days={days}
        first={t('dashboard.app')}
        second={t('dashboard.joined')}
        name={({ key, humanKey }) => (key === 'web' ? t('dashboard.website') : <bdi>{humanKey}</bdi>)}
        value={count}
      />
      <Ranking
        title={t('dashboard.storage')}
        of="space_usage"
        days={days}
        first={t('dashboard.stored')}
        second={t('dashboard.size')}
        name={stored}
        value={({ value }) => bytesIn(i18n.language, Number(value))}
      />
      <Ranking
        title={t('dashboard.software')}
        of="software_versions"
        days={days}
        first={t('dashboard.program')}
        second={t('dashboard.version')}
        name={({ humanKey }) => humanKey}
        value={({ value }) => <bdi dir="ltr">{value}</bdi>}
      />
    </>
  );
}
