import type { Days } from './dashboard-api';

/** How many days one may look back by a choice. */
export const LENGTHS = [7, 30, 90] as const;

const USUAL = 30;
const DAY = 86_400_000;

/** The most that the server compares. */
const MOST = 366;

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** A moment's day as the API has it, in UTC like all days of the server. */
export const dayAt = (moment: Date): string => moment.toISOString().slice(0, 10);

/** How many days an address asks for; none where it names them. */
export function lengthIn(params: URLSearchParams): number | undefined {
  return params.has('from') ? undefined : (LENGTHS.find((each) => String(each) === params.get('days')) ?? USUAL);
}

/** The days that an address asks for; none where it names such as cannot be. */
export function daysIn(params: URLSearchParams, now = new Date()): Days | undefined {
  const length = lengthIn(params);
  if (length !== undefined) {
    return { from: dayAt(new Date(now.getTime() - (length - 1) * DAY)), to: dayAt(now) };
  }
  const [from, to] = [params.get('from'), params.get('to')];
  if (!isDay(from) || !isDay(to) || from > to || (Date.parse(to) - Date.parse(from)) / DAY >= MOST) {
    return undefined;
  }
  return { from, to };
}

/** The last six months, with this one. */
export function monthsUntil(now = new Date()): Days {
  return { from: dayAt(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 5, 1))), to: dayAt(now) };
}
