import { ChartLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';

import { statusOf } from '../api/errors';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { dayOf } from '../i18n/days';
import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { StatusCard } from '../status/status-card';
import { usePostInsight } from './insights-api';
import './insights.scss';
import { periodIn } from './period';
import { PeriodPicker } from './period-picker';
import { PlotSection } from './plot-section';
import { Totals } from './totals';
import { useNumberNames } from './use-number-names';

/** How one of one's posts fares. */
export function PostInsightPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('insights.ofPost')} back hint={t('insights.hint')} />
      <SignedIn>
        <div className="insights">
          <OfPost />
        </div>
      </SignedIn>
    </>
  );
}

function OfPost() {
  const { t, i18n } = useTranslation(LATER);
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { data, error, refetch } = usePostInsight(id, periodIn(params));
  const { totalsOf, reach, reactions } = useNumberNames();
  if (statusOf(error) === 404) {
    return <Empty Icon={ChartLine} title={t('post.goneTitle')} text={t('insights.notYours')} />;
  }
  if (data === undefined) {
    return error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />;
  }
  const { status, totals, buckets } = data;
  const days = buckets.map(({ date }) => dayOf(i18n.language, date, { day: 'numeric', month: 'short' }));
  return (
    <>
      <StatusCard status={status} />
      <Totals of={totalsOf(totals)} />
      <PeriodPicker />
      <PlotSection title={t('insights.reach')} first={t('insights.day')} labels={days} series={reach(buckets)} />
      <PlotSection title={t('insights.reactions')} first={t('insights.day')} labels={days} series={reactions(buckets)} />
    </>
  );
}
