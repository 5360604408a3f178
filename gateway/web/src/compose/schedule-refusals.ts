import type { TFunction } from 'i18next';

/** What the server says in English when it does not publish something at its time, or does not take it for one. */
const KINDS = {
  reply: /trying to reply to/,
  media: /media.?ids|media attachment/i,
  full: /more than \d+ scheduled posts/,
  dayFull: /scheduled posts already/,
  soon: /must be at least .+ ahead/,
  far: /can't be more than .+ ahead/,
  hours: /tried for hours/,
};

type Kind = keyof typeof KINDS | 'other';

/** The kind of a refusal, by which it has a text in each language. */
export function refusalKind(reason: string): Kind {
  return (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((kind) => KINDS[kind].test(reason)) ?? 'other';
}

/** Why something is not published at its time, in the reader's language. */
export function refusalText(reason: string, t: TFunction): string {
  const texts: Record<Kind, string> = {
    reply: t('schedule.refusal.reply'),
    media: t('schedule.refusal.media'),
    full: t('schedule.refusal.full'),
    dayFull: t('schedule.refusal.dayFull'),
    soon: t('schedule.tooSoon'),
    far: t('schedule.refusal.far'),
    hours: t('schedule.refusal.hours'),
    other: t('schedule.refusal.other'),
  };
  return texts[refusalKind(reason)];
}

/** What was said about a request: in the reader's language where there is a text of that kind. */
export function inOwnWords(reason: string, t: TFunction): string {
  return refusalKind(reason) === 'other' ? reason : refusalText(reason, t);
}
