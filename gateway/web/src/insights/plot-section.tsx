import { useId } from 'react';

import { NumbersTable } from './numbers-table';
import { Plot, type Series } from './plot';

/** A plot under its heading, and the same as a table. */
export function PlotSection({
  title,
  kind = 'line',
  first,
  labels,
  series,
}: {
  title: string;
  kind?: 'line' | 'bar';
  /** What the labels are. */
  first: string;
  labels: string[];
  series: Series[];
}) {
  const id = useId();
  return (
    <section className="insight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Plot name={title} kind={kind} labels={labels} series={series} />
      <NumbersTable name={title} first={first} labels={labels} series={series} />
    </section>
  );
}
