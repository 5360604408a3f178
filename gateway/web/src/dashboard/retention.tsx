import { useTranslation } from 'react-i18next';

import { dayOf } from '../i18n/days';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { useCohorts } from './dashboard-api';
import { monthsUntil } from './days';
import { Part } from './part';

/** Of those who signed up in a month, how many were here in it and in the months after it. */
export function Retention() {
  const { t, i18n } = useTranslation(LATER);
  const format = useFormat();
  const query = useCohorts(monthsUntil());
  const title = t('dashboard.retention');
  return (
    <Part title={title} query={query}>
      {(cohorts) => (
        <>
          <p className="quiet">{t('dashboard.retentionHint')}</p>
          {/* It scrolls to the side where it has no place, by keys, too. */}
          <div className="numbers-scroll" tabIndex={0} role="group" aria-label={title}>
            <table className="table table-sm dashboard-table">
              <caption className="visually-hidden">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('dashboard.joinedIn')}</th>
                  {(cohorts[0]?.data ?? []).map(({ date }, later) => (
                    <th scope="col" key={date}>
                      {later === 0 ? t('dashboard.sameMonth') : t('dashboard.monthsLater', { count: later })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {cohorts.map(({ period, data }) => (
                  <tr key={period}>
                    <th scope="row">{dayOf(i18n.language, period, { month: 'short', year: 'numeric' })}</th>
                    {data.map(({ date, rate, value }) => (
                      <td key={date}>
                        {format.percent(rate)} <span className="quiet">({format.count(Number(value))})</span>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Part>
  );
}
