/** A day such as `2026-03-01`, as a language writes it, with the digits that its sentences have. */
export function dayOf(language: string, day: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }): string {
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, { ...options, timeZone: 'UTC' }).format(new Date(day));
}

/** An hour of the day, 0 to 23, as a language writes it. */
export function hourOf(language: string, hour: number): string {
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, { hour: 'numeric', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, 0, 1, hour)),
  );
}
