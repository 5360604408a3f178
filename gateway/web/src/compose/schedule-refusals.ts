import type { TFunction } from 'i18next';
import { MastoHttpError } from 'masto';

const PROBLEM = 'urn:microblog:problem:';

/** The code by which this server tells a refusal from others; undefined where its status says all. */
function codeOf(error: unknown): string | undefined {
  const type = error instanceof MastoHttpError ? error.additionalProperties?.['type'] : undefined;
  return typeof type === 'string' && type.startsWith(PROBLEM) ? type.slice(PROBLEM.length) : undefined;
}

/** Why the server does not publish something at its time, or does not take it for one: its codes, each with a text. */
function textsIn(t: TFunction): Record<string, string> {
  return {
    'replied-post-not-found': t('schedule.refusal.reply'),
    'media-not-found': t('schedule.refusal.media'),
    'scheduled-too-many': t('schedule.refusal.full'),
    'scheduled-day-full': t('schedule.refusal.dayFull'),
    'rejected-by-moderator': t('schedule.refusal.rejected'),
    'scheduled-too-soon': t('schedule.tooSoon'),
    'scheduled-too-late': t('schedule.refusal.far'),
    'publishing-given-up': t('schedule.refusal.hours'),
  };
}

/** What the server tells more of to whoever is refused at once: what the rule says, and which hashtags. */
function shortTextsIn(t: TFunction): Record<string, string> {
  return {
    'refused-by-rule': t('schedule.refusal.rule'),
    'hashtag-not-allowed': t('schedule.refusal.hashtag'),
  };
}

/** Why something was not published at its time, in the reader's language. */
export function refusalText(code: string | null, t: TFunction): string {
  const texts = { ...textsIn(t), ...shortTextsIn(t) };
  return (code === null ? undefined : texts[code]) ?? t('schedule.refusal.other');
}

/** What a refusal says in the reader's language; undefined for one without a text of its own. */
export function refusalIn(error: unknown, t: TFunction): string | undefined {
  const code = codeOf(error);
  return code === undefined ? undefined : textsIn(t)[code];
}
