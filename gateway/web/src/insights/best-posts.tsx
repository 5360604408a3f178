import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { useFormat } from '../i18n/format';
import { Loading } from '../shell/loading';
import { StatusCard } from '../status/status-card';
import { type Order, ORDERS, type Period, useBestPosts } from './insights-api';
import { useNumberNames } from './use-number-names';

/** One's posts of these days that did best. */
export function BestPosts({ period }: { period: Period }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const id = useId();
  const [order, setOrder] = useState<Order>('engagement');
  const { names, totalsOf } = useNumberNames();
  const { data, error, refetch } = useBestPosts(period, order);
  const labels: Record<Order, string> = {
    engagement: t('insights.engagement'),
    homes: names.homesCount,
    opens: names.opensCount,
    favourites: names.favouritesCount,
    reblogs: names.reblogsCount,
    replies: names.repliesCount,
  };
  return (
    <section className="insight" aria-labelledby={id}>
      <div className="insight-head">
        <h2 id={id}>{t('insights.best')}</h2>
        <select
          className="form-select form-select-sm"
          aria-label={t('insights.order')}
          value={order}
          onChange={(event) => setOrder(ORDERS.find((each) => each === event.target.value) ?? 'engagement')}
        >
          {ORDERS.map((each) => (
            <option key={each} value={each}>
              {labels[each]}
            </option>
          ))}
        </select>
      </div>
      {data === undefined ? (
        error === null ? <Loading /> : <Failure error={error} retry={() => void refetch()} />
      ) : data.length === 0 ? (
        <p className="quiet">{t('insights.noPosts')}</p>
      ) : (
        data.map(({ status, totals }) => (
          <div key={status.id} className="best-post">
            <StatusCard status={status} />
            <p className="quiet">
              {format.list(totalsOf(totals).map(({ label, value }) => t('insights.number', { label, number: format.count(value) })))}{' '}
              <Link to={`/insights/${status.id}`}>{t('insights.more')}</Link>
            </p>
          </div>
        ))
      )}
    </section>
  );
}
