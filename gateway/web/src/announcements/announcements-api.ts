import { api } from '../api/client';

export const ANNOUNCEMENTS_KEY = ['announcements'];
export const ADMIN_ANNOUNCEMENTS_KEY = ['admin-announcements'];

export interface Reaction {
  name: string;
  count: number;
  me: boolean;
}

/** Something that the server tells its people, in one of their languages. */
export interface Announcement {
  id: string;
  content: string;
  language: string;
  startsAt: string | null;
  endsAt: string | null;
  allDay: boolean;
  reactions: Reaction[];
}

/** Whom an announcement is for; null says nothing. */
export interface Target {
  language: string | null;
  role: string | null;
  registeredAfter: string | null;
  registeredBefore: string | null;
}

/** What authors decide. */
export interface AnnouncementRequest {
  mainLanguage: string;
  texts: { language: string; text: string }[];
  scheduledAt: string | null;
  startsAt: string | null;
  endsAt: string | null;
  allDay: boolean;
  target: Target;
  mail: boolean;
}

/** An announcement as its authors get it. */
export interface AdminAnnouncement extends Omit<AnnouncementRequest, 'texts'> {
  id: string;
  state: 'draft' | 'scheduled' | 'published' | 'over';
  texts: { language: string; text: string; content: string }[];
  publishedAt: string | null;
}

/** How far its mails are. */
export interface Mailing {
  state: 'running' | 'paused' | 'withdrawn' | 'done';
  counting: boolean;
  sent: number;
  failed: number;
  skipped: number;
  left: number;
  rate: number;
  finishedAt: string | null;
}

interface Deed<T> {
  create(): Promise<T>;
}

interface OneAnnouncement {
  update(request: AnnouncementRequest): Promise<AdminAnnouncement>;
  remove(): Promise<unknown>;
  publish: Deed<AdminAnnouncement>;
  unpublish: Deed<AdminAnnouncement>;
  mail: { fetch(): Promise<Mailing>; pause: Deed<Mailing>; resume: Deed<Mailing>; withdraw: Deed<Mailing> };
}

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  admin: {
    announcements: {
      list(params: { limit: number }): Promise<AdminAnnouncement[]>;
      create(request: AnnouncementRequest): Promise<AdminAnnouncement>;
      $select(id: string): OneAnnouncement;
    };
    translations: { create(wanted: { text: string; language: string; lang: string }): Promise<{ text: string }> };
  };
  announcements: {
    fetch(params: object, meta: { requestInit: RequestInit }): Promise<Announcement[]>;
  };
}

const added = api.v1 as unknown as Additions;

export const adminAnnouncements = added.admin.announcements;

/** A draft of a Markdown text in another language, made by a machine. */
export async function translated(text: string, language: string, lang: string): Promise<string> {
  return (await added.admin.translations.create({ text, language, lang })).text;
}

/** What the server tells the person at this moment, in the language of the interface where there is a text in it. */
export async function readAnnouncements(language: string): Promise<Announcement[]> {
  return added.announcements.fetch({}, { requestInit: { headers: { 'Accept-Language': language } } });
}

export async function dismissAnnouncement(id: string): Promise<void> {
  await api.v1.announcements.$select(id).dismiss();
}

/** Reacts, or takes that back. */
export async function react(id: string, name: string, on: boolean): Promise<void> {
  const reaction = api.v1.announcements.$select(id).reactions.$select(encodeURIComponent(name));
  await (on ? reaction.update() : reaction.remove());
}
