import { useTranslation } from 'react-i18next';

import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';

/** What came together, the words under the numbers. */
export function Totals({ of: totals }: { of: { label: string; value: number }[] }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  return (
    <dl className="totals" aria-label={t('insights.totals')}>
      {totals.map(({ label, value }) => (
        <div key={label}>
          <dt className="quiet">{label}</dt>
          <dd>{format.count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
