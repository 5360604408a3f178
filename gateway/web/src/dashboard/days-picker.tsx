import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { LATER } from '../i18n/i18n';
import { dayAt, daysIn, LENGTHS, lengthIn } from './days';

const OWN = 'own';

const ENDS = { from: 'dashboard.from', to: 'dashboard.to' } as const;

/** Which days are shown. The address carries the choice. */
export function DaysPicker() {
  const { t } = useTranslation(LATER);
  const id = useId();
  const [params, setParams] = useSearchParams();
  const length = lengthIn(params);
  const set = (choice: Record<string, string>): void => setParams(choice, { replace: true, preventScrollReset: true });
  const choose = (value: string): void => {
    const shown = daysIn(params);
    set(value === OWN && shown !== undefined ? { from: shown.from, to: shown.to } : { days: value });
  };
  const own = { from: params.get('from') ?? '', to: params.get('to') ?? '' };
  return (
    <div className="period">
      <select
        className="form-select form-select-sm"
        aria-label={t('insights.period')}
        value={length ?? OWN}
        onChange={(event) => choose(event.target.value)}
      >
        {LENGTHS.map((days) => (
          <option key={days} value={days}>
            {t('insights.lastDays', { count: days })}
          </option>
        ))}
        <option value={OWN}>{t('dashboard.ownDays')}</option>
      </select>
      {length === undefined &&
        (['from', 'to'] as const).map((end) => (
          <label key={end} htmlFor={`${id}-${end}`} className="dashboard-day">
            {t(ENDS[end])}
            <input
              id={`${id}-${end}`}
              type="date"
              className="form-control form-control-sm"
              max={dayAt(new Date())}
              value={own[end]}
              onChange={(event) => set({ ...own, [end]: event.target.value })}
            />
          </label>
        ))}
      <p className="quiet">{t('dashboard.zone')}</p>
    </div>
  );
}
