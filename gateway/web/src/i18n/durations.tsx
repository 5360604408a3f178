import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

function nameOf(seconds: number, t: TFunction): string {
  if (seconds < HOUR) {
    return t('duration.minutes', { count: seconds / MINUTE });
  }
  return seconds < DAY ? t('duration.hours', { count: seconds / HOUR }) : t('duration.days', { count: seconds / DAY });
}

/** Lengths of time to choose from, in seconds. */
export function Durations({ of: lengths }: { of: readonly number[] }) {
  const { t } = useTranslation();
  return lengths.map((seconds) => (
    <option key={seconds} value={seconds}>
      {nameOf(seconds, t)}
    </option>
  ));
}
