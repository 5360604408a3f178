import { useTranslation } from 'react-i18next';

import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import type { Series } from './plot';

/** What a plot shows, in words and numbers. */
export function NumbersTable({ name, first, labels, series }: { name: string; first: string; labels: string[]; series: Series[] }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  return (
    <details className="numbers">
      <summary>{t('insights.asTable')}</summary>
      {/* It scrolls to the side where it has no place, by keys, too. */}
      <div className="numbers-scroll" tabIndex={0} role="group" aria-label={name}>
        <table className="table table-sm">
          <caption className="visually-hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {series.map(({ label }) => (
                <th scope="col" key={label}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, row) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {series.map(({ label: column, values }) => (
                  <td key={column}>{format.count(values[row] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
