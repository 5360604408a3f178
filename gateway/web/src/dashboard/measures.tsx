import { useTranslation } from 'react-i18next';

import { dayOf } from '../i18n/days';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { NumbersTable } from '../insights/numbers-table';
import { Plot } from '../insights/plot';
import { type Days, type Measure, type MeasureKey, useMeasures } from './dashboard-api';
import { lasted } from './lasted';
import { Part } from './part';

/** A figure and what it is called. */
export interface Named {
  key: MeasureKey;
  label: string;
  /** Told as a number alone, because it is a length of time. */
  time?: boolean;
}

/** Figures with what they were before, as a plot and as a table. */
export function Measures({ title, of: named, days }: { title: string; of: Named[]; days: Days }) {
  const { t, i18n } = useTranslation(LATER);
  const query = useMeasures(named.map(({ key }) => key), days);
  return (
    <Part title={title} query={query}>
      {(measures) => {
        const found = named.flatMap((one) => {
          const measure = measures.find(({ key }) => key === one.key);
          return measure === undefined ? [] : [{ ...one, measure }];
        });
        const series = found
          .filter(({ time }) => time !== true)
          .map(({ label, measure }) => ({ label, values: measure.data.map(({ value }) => Number(value)) }));
        const labels = (found[0]?.measure.data ?? []).map(({ date }) =>
          dayOf(i18n.language, date, { day: 'numeric', month: 'short', year: '2-digit' }),
        );
        return (
          <>
            <dl className="totals dashboard-totals">
              {named.map((one) => (
                <div key={one.key}>
                  <dt className="quiet">{one.label}</dt>
                  <Figure time={one.time} measure={found.find(({ key }) => key === one.key)?.measure} />
                </div>
              ))}
            </dl>
            <Plot name={title} kind="line" labels={labels} series={series} />
            <NumbersTable name={title} first={t('insights.day')} labels={labels} series={series} />
          </>
        );
      }}
    </Part>
  );
}

function Figure({ measure, time = false }: { measure: Measure | undefined; time?: boolean | undefined }) {
  const { t, i18n } = useTranslation(LATER);
  const format = useFormat();
  if (measure === undefined) {
    return <dd className="dashboard-unknown">{t('dashboard.unknown')}</dd>;
  }
  const [now, before] = [Number(measure.total), Number(measure.previousTotal ?? 0)];
  const write = (value: number): string =>
    time ? (value === 0 ? t('dashboard.none') : lasted(i18n.language, value)) : format.count(value);
  const change = new Intl.NumberFormat(`${i18n.language}-u-nu-latn`, {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: 0,
  });
  return (
    <dd>
      {write(now)}
      <span className="dashboard-before quiet">
        {before === 0 || now === 0
          ? t('dashboard.before', { number: write(before) })
          : t('dashboard.changed', { number: write(before), change: change.format((now - before) / before) })}
      </span>
    </dd>
  );
}
