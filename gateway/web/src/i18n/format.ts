import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** What lacks no more than this of a day is called one. */
const NEARLY = 0.97;
const SHORTEST: [number, Intl.RelativeTimeFormatUnit] = [MINUTE, 'minute'];
const UNITS: [number, Intl.RelativeTimeFormatUnit][] = [[DAY, 'day'], [HOUR, 'hour'], SHORTEST];

/** Dates and numbers as a language writes them. */
export interface Format {
  /** "3 min ago"; the date when it is more than a week. */
  ago(date: string, now?: Date): string;
  /** "3m", for narrow places. */
  short(date: string, now?: Date): string;
  /** Date and time in full. */
  full(date: string): string;
  /** "March 2026". */
  month(date: string): string;
  /** "1.2K". */
  count(value: number): string;
  /** The name of a language; its code when there is none. */
  language(code: string): string;
  /** "Ana, Tom and Mei". */
  list(items: string[]): string;
  /** "42%". */
  percent(share: number): string;
  /** "in 3 hours": how far away a date to come is. */
  until(date: string, now?: Date): string;
}

function inUnits(seconds: number): [number, Intl.RelativeTimeFormatUnit] {
  if (seconds < HOUR) {
    return [Math.floor(seconds / MINUTE), 'minute'];
  }
  return seconds < DAY ? [Math.floor(seconds / HOUR), 'hour'] : [Math.floor(seconds / DAY), 'day'];
}

/** Dates and numbers in a language, with the digits that its sentences have. */
export function formatOf(language: string): Format {
  const locale = `${language}-u-nu-latn`;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' });
  const narrow = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' });
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const conjunction = new Intl.ListFormat(locale);
  const languages = new Intl.DisplayNames(locale, { type: 'language' });

  const since = (style: Intl.RelativeTimeFormat, date: string, now: Date): string => {
    const then = new Date(date);
    const seconds = Math.max(0, (now.getTime() - then.getTime()) / 1000);
    if (seconds < MINUTE) {
      return style.format(0, 'second');
    }
    if (seconds < WEEK) {
      const [value, unit] = inUnits(seconds);
      return style.format(-value, unit);
    }
    const sameYear = then.getFullYear() === now.getFullYear();
    return new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      ...(sameYear ? {} : { year: 'numeric' }),
    }).format(then);
  };

  return {
    ago: (date, now = new Date()) => since(relative, date, now),
    short: (date, now = new Date()) => since(narrow, date, now),
    full: (date) => full.format(new Date(date)),
    month: (date) => month.format(new Date(date)),
    count: (value) => compact.format(value),
    language: (code) => (/^[a-z]{2,3}\b/i.test(code) ? (languages.of(code) ?? code) : code),
    list: (items) => conjunction.format(items),
    percent: (share) => percent.format(share),
    until: (date, now = new Date()) => {
      const seconds = (new Date(date).getTime() - now.getTime()) / 1000;
      const [length, unit] = UNITS.find(([each]) => seconds > NEARLY * each) ?? SHORTEST;
      return relative.format(Math.max(1, Math.round(seconds / length)), unit);
    },
  };
}

/** The formats of the interface's language. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatOf(i18n.language), [i18n.language]);
}
