import { useFormat } from '../i18n/format';

/** What came together, the words under the numbers. */
export function Totals({ of: totals }: { of: { label: string; value: number }[] }) {
  const format = useFormat();
  return (
    <dl className="totals">
      {totals.map(({ label, value }) => (
        <div key={label}>
          <dt className="quiet">{label}</dt>
          <dd>{format.count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
