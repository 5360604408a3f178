const HOUR = 3_600;
const DAY = 24 * HOUR;

/** How long something took, as a language writes it: "1.5 hours". */
export function lasted(language: string, seconds: number): string {
  const [length, unit]: [number, string] =
    seconds < HOUR ? [60, 'minute'] : seconds < 2 * DAY ? [HOUR, 'hour'] : [DAY, 'day'];
  return new Intl.NumberFormat(`${language}-u-nu-latn`, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(seconds / length);
}
