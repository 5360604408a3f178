import type { AdminAnnouncement, AnnouncementRequest } from './announcements-api';

/** A text in the form, by a key that stays while others come and go. */
export interface DraftText {
  key: number;
  language: string;
  text: string;
}

/** What the form holds. Times are those of its fields: without a zone, meant in UTC. */
export interface AnnouncementDraft {
  texts: DraftText[];
  mainLanguage: string;
  scheduledAt: string;
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  language: string;
  role: string;
  registeredAfter: string;
  registeredBefore: string;
  mail: boolean;
}

let keys = 0;

export function newText(language: string, text = ''): DraftText {
  return { key: ++keys, language, text };
}

/** As fields of date and time hold it. */
function field(time: string | null): string {
  return time === null ? '' : time.slice(0, 'yyyy-mm-ddThh:mm'.length);
}

/** As the API wants it; a day alone is its first moment. */
function time(value: string): string | null {
  if (value === '') {
    return null;
  }
  return value.includes('T') ? `${value}:00.000Z` : `${value}T00:00:00.000Z`;
}

/** What there is to change of an announcement, or of a new one in the language of the interface. */
export function draftOf(announcement: AdminAnnouncement | undefined, language: string): AnnouncementDraft {
  const target = announcement?.target;
  return {
    texts: announcement?.texts.map((each) => newText(each.language, each.text)) ?? [newText(language)],
    mainLanguage: announcement?.mainLanguage ?? language,
    scheduledAt: field(announcement?.scheduledAt ?? null),
    startsAt: field(announcement?.startsAt ?? null),
    endsAt: field(announcement?.endsAt ?? null),
    allDay: announcement?.allDay ?? false,
    language: target?.language ?? '',
    role: target?.role ?? '',
    registeredAfter: field(target?.registeredAfter ?? null),
    registeredBefore: field(target?.registeredBefore ?? null),
    mail: announcement?.mail ?? false,
  };
}

export function requestOf(draft: AnnouncementDraft): AnnouncementRequest {
  const day = (value: string): string => (draft.allDay ? value.slice(0, 'yyyy-mm-dd'.length) : value);
  const texts = draft.texts.map(({ language, text }) => ({ language, text }));
  return {
    mainLanguage: texts.some(({ language }) => language === draft.mainLanguage)
      ? draft.mainLanguage
      : (texts[0]?.language ?? draft.mainLanguage),
    texts,
    scheduledAt: time(draft.scheduledAt),
    startsAt: time(day(draft.startsAt)),
    endsAt: time(day(draft.endsAt)),
    allDay: draft.allDay,
    target: {
      language: draft.language || null,
      role: draft.role || null,
      registeredAfter: time(draft.registeredAfter),
      registeredBefore: time(draft.registeredBefore),
    },
    mail: draft.mail,
  };
}
