import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import { type Days, type DimensionKey, type Entry, useDimension } from './dashboard-api';
import { Part } from './part';

/** What there is most of, as a table. */
export function Ranking({
  title,
  of,
  days,
  first,
  second,
  name,
  value,
}: {
  title: string;
  of: DimensionKey;
  days: Days;
  /** What the names are, and what stands beside them. */
  first: string;
  second: string;
  name: (entry: Entry) => ReactNode;
  value: (entry: Entry) => ReactNode;
}) {
  const { t } = useTranslation(LATER);
  const query = useDimension(of, days);
  return (
    <Part title={title} query={query}>
      {(entries) =>
        entries.length === 0 ? (
          <p className="quiet">{t('dashboard.nothing')}</p>
        ) : (
          <table className="table table-sm dashboard-table">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{first}</th>
                <th scope="col">{second}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.key + entry.value}>
                  <th scope="row">{name(entry)}</th>
                  <td>{value(entry)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Part>
  );
}
