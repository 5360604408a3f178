/** A day such as `2026-03-01`, as a language writes it, with the digits that its sentences have. */
export function dayOf(language: string, day: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }): string {
  return new Intl.DateTimeFormat(`${language}-u-nu-latn`, { ...options, timeZone: 'UTC' }).format(new Date(day));
}
