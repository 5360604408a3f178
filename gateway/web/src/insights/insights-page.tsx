import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { Failure } from '../error/failure';
import { dayOf, hourOf } from '../i18n/days';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { BestPosts } from './best-posts';
import { type Period, type ProfileInsight, tableAddress, useProfileInsight } from './insights-api';
import './insights.scss';
import { periodIn } from './period';
import { PeriodPicker } from './period-picker';
import { PlotSection } from './plot-section';
import { Totals } from './totals';
import { useNumberNames } from './use-number-names';

/** How one's posts and profile fare. Nobody else sees it, and nobody is told apart in it. */
export function InsightsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('nav.insights')} back hint={t('insights.hint')} />
      <SignedIn>
        <div className="insights">
          <PeriodPicker />
          <Insights />
        </div>
      </SignedIn>
    </>
  );
}

function Insights() {
  const [params] = useSearchParams();
  const period = periodIn(params);
  const { data, error, refetch } = useProfileInsight(period);
  if (data === undefined) {
    return error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />;
  }
  return (
    <>
      <Profile insight={data} />
      <BestPosts period={period} />
      <Tables period={period} />
    </>
  );
}

function Profile({ insight: { totals, buckets, hours, languages } }: { insight: ProfileInsight }) {
  const { t, i18n } = useTranslation(LATER);
  const format = useFormat();
  const { totalsOf, reach, reactions } = useNumberNames();
  const days = buckets.map(({ date }) => dayOf(i18n.language, date, { day: 'numeric', month: 'short' }));
  const gained = t('insights.gained');
  const lost = t('insights.lost');
  const posts = t('profile.posts');
  return (
    <>
      <Totals
        of={[
          { label: posts, value: totals.statusesCount },
          ...totalsOf(totals),
          { label: gained, value: totals.followersGained },
          { label: lost, value: totals.followersLost },
        ]}
      />
      <PlotSection title={t('insights.reach')} first={t('insights.day')} labels={days} series={reach(buckets)} />
      <PlotSection title={t('insights.reactions')} first={t('insights.day')} labels={days} series={reactions(buckets)} />
      <PlotSection
        title={t('profile.followersTitle')}
        first={t('insights.day')}
        labels={days}
        series={[
          { label: gained, values: buckets.map(({ followersGained }) => followersGained) },
          { label: lost, values: buckets.map(({ followersLost }) => followersLost) },
        ]}
      />
      <PlotSection
        title={t('insights.hours')}
        kind="bar"
        first={t('insights.hour')}
        labels={hours.map(({ hour }) => hourOf(i18n.language, hour))}
        series={reactions(hours)}
      />
      {languages.length > 0 && (
        <PlotSection
          title={t('insights.languages')}
          kind="bar"
          first={t('search.language')}
          labels={languages.map(({ language }) => (language === null ? t('insights.unknown') : format.language(language)))}
          series={[{ label: posts, values: languages.map(({ statusesCount }) => statusesCount) }]}
        />
      )}
    </>
  );
}

/** The numbers to take along. */
function Tables({ period }: { period: Period }) {
  const { t } = useTranslation(LATER);
  return (
    <p className="insight-tables">
      <a className="btn btn-sm btn-quiet" href={tableAddress('profile', period)} download>
        <Download size={16} aria-hidden="true" /> {t('insights.profileTable')}
      </a>
      <a className="btn btn-sm btn-quiet" href={tableAddress('posts', period)} download>
        <Download size={16} aria-hidden="true" /> {t('insights.postsTable')}
      </a>
    </p>
  );
}
