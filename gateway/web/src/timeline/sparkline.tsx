const WIDTH = 72;
const HEIGHT = 24;

/** Where a line goes through numbers, the oldest first, in a space of so many units. */
export function pathOf(values: number[], width = WIDTH, height = HEIGHT): string {
  const highest = Math.max(1, ...values);
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${Math.round(index * step)} ${Math.round(height * (1 - value / highest))}`)
    .join('');
}

/** How something went lately, too small to read numbers from: they stand beside it. */
export function Sparkline({ values }: { values: number[] }) {
  return (
    <svg className="sparkline" viewBox={`-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={pathOf(values)} />
    </svg>
  );
}
