import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

Chart.register(
  BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip,
);

/** One line, or one row of bars. */
export interface Series {
  label: string;
  values: number[];
}

/** Told apart by more than their colours. */
const LINES = [
  { colour: '--accent-text', dash: [] as number[], point: 'circle' as const },
  { colour: '--boost', dash: [6, 4], point: 'triangle' as const },
  { colour: '--star', dash: [2, 3], point: 'rect' as const },
];

function watchScheme(tell: () => void): () => void {
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributeFilter: ['data-bs-theme'] });
  return () => observer.disconnect();
}

function schemeNow(): string {
  return document.documentElement.dataset['bsTheme'] ?? '';
}

/** Numbers over a row of days or hours. A picture: the table beside it says the same. */
export function Plot({
  name,
  kind,
  labels,
  series,
}: {
  name: string;
  kind: 'line' | 'bar';
  labels: string[];
  series: Series[];
}) {
  const { i18n } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useSyncExternalStore(watchScheme, schemeNow);
  const drawn = JSON.stringify({ labels, series });
  const toLeft = i18n.dir() === 'rtl';
  useEffect(() => {
    if (canvas.current === null) {
      return;
    }
    const style = getComputedStyle(document.documentElement);
    const colour = (token: string): string => style.getPropertyValue(token).trim();
    const { labels: days, series: rows } = JSON.parse(drawn) as { labels: string[]; series: Series[] };
    const text = { color: colour('--muted'), font: { family: getComputedStyle(document.body).fontFamily, size: 13 } };
    const chart = new Chart<'line' | 'bar'>(canvas.current, {
      type: kind,
      data: {
        labels: days,
        datasets: rows.map(({ label, values }, index) => {
          const line = LINES[index % LINES.length] ?? LINES[0];
          const own = colour(line?.colour ?? '');
          return kind === 'bar'
            ? { label, data: values, backgroundColor: own, borderRadius: 3 }
            : {
                label,
                data: values,
                borderColor: own,
                backgroundColor: own,
                borderWidth: 2,
                borderDash: line?.dash ?? [],
                pointStyle: line?.point ?? 'circle',
                pointRadius: days.length > 31 ? 0 : 3,
              };
        }),
      },
      options: {
        locale: `${i18n.language}-u-nu-latn`,
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        plugins: {
          legend: { display: rows.length > 1, rtl: toLeft, labels: { ...text, usePointStyle: true } },
          tooltip: { rtl: toLeft, textDirection: toLeft ? 'rtl' : 'ltr' },
        },
        scales: {
          x: { reverse: toLeft, grid: { display: false }, ticks: { ...text, maxRotation: 0, autoSkipPadding: 16 } },
          y: {
            position: toLeft ? 'right' : 'left',
            beginAtZero: true,
            suggestedMax: 4,
            grid: { color: colour('--line') },
            ticks: { ...text, precision: 0, maxTicksLimit: 6 },
          },
        },
      },
    });
    return () => chart.destroy();
  }, [kind, drawn, scheme, toLeft, i18n.language]);
  return (
    <div className="plot">
      <canvas ref={canvas} role="img" aria-label={name} />
    </div>
  );
}
