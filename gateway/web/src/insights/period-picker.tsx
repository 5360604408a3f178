import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { LATER } from '../i18n/i18n';
import { LENGTHS, lengthIn, periodIn, timeZone } from './period';

/** Which days are shown, by day or by week. The address carries the choice. */
export function PeriodPicker() {
  const { t } = useTranslation(LATER);
  const [params, setParams] = useSearchParams();
  const { by } = periodIn(params);
  const choose = (name: 'days' | 'by', value: string): void =>
    setParams((now) => new URLSearchParams({ ...Object.fromEntries(now), [name]: value }), {
      replace: true,
      preventScrollReset: true,
    });
  return (
    <div className="period">
      <select
        className="form-select form-select-sm"
        aria-label={t('insights.period')}
        value={lengthIn(params)}
        onChange={(event) => choose('days', event.target.value)}
      >
        {LENGTHS.map((days) => (
          <option key={days} value={days}>
            {t('insights.lastDays', { count: days })}
          </option>
        ))}
      </select>
      <select
        className="form-select form-select-sm"
        aria-label={t('insights.by')}
        value={by}
        onChange={(event) => choose('by', event.target.value)}
      >
        <option value="day">{t('insights.byDay')}</option>
        <option value="week">{t('insights.byWeek')}</option>
      </select>
      <p className="quiet">{t('insights.zone', { zone: timeZone().replaceAll('_', ' ') })}</p>
    </div>
  );
}
