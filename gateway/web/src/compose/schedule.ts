const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How far ahead the server wants posts at least, in milliseconds. */
const AHEAD = 5 * MINUTE;

/** A moment as fields of date and time have it: by the clock of whoever reads. */
export function localTime(moment: number): string {
  return new Date(moment - new Date(moment).getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}

/** The moment of such a time, as the API has it. */
export function instantOf(time: string): string {
  return new Date(time).toISOString();
}

/** The first time that can be chosen. */
export function earliest(now = Date.now()): string {
  return localTime(Math.ceil((now + AHEAD) / MINUTE) * MINUTE);
}

/** A time to begin with: the next full hour but one. */
export function someTimeAhead(now = Date.now()): string {
  return localTime((Math.floor(now / HOUR) + 2) * HOUR);
}

/** Whether posts can be published then: it is a time, and far enough ahead. */
export function isAhead(time: string, now = Date.now()): boolean {
  return new Date(time).getTime() >= now + AHEAD;
}

/** What the zone of the clock here is called at that time. */
export function zoneName(language: string, time: string): string {
  const moment = new Date(time).getTime();
  return (
    new Intl.DateTimeFormat(language, { timeZoneName: 'long' })
      .formatToParts(Number.isNaN(moment) ? Date.now() : moment)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  );
}
