import type { Period } from './insights-api';

/** How many days one may look back. */
export const LENGTHS = [7, 28, 90, 365] as const;

const USUAL = 28;
const MANY = 90;

/** A day as the API has it, by the clock here. */
function dayAt(moment: Date): string {
  const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The zone of the clock here. */
export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** How many days an address asks for. */
export function lengthIn(params: URLSearchParams): number {
  return LENGTHS.find((each) => String(each) === params.get('days')) ?? USUAL;
}

/** The days that an address asks for, today the last of them. */
export function periodIn(params: URLSearchParams, now = new Date()): Period {
  const days = lengthIn(params);
  const asked = params.get('by');
  return {
    from: dayAt(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days + 1)),
    to: dayAt(now),
    timeZone: timeZone(),
    by: asked === 'day' || asked === 'week' ? asked : days > MANY ? 'week' : 'day',
  };
}
