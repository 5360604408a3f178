import type { CredentialAccount } from '../api/types';

const FIELDS = 4;

/** A picture to come, nothing to take it away, or null to leave it as it is. */
export type PictureChange = File | '' | null;

interface Field {
  name: string;
  value: string;
  verifiedAt: string | null;
}

/** What a profile will say. */
export interface ProfileDraft {
  displayName: string;
  note: string;
  locked: boolean;
  bot: boolean;
  discoverable: boolean;
  indexable: boolean;
  /** One a line. */
  domains: string;
  fields: Field[];
  avatar: PictureChange;
  header: PictureChange;
}

/** The profile as it is, with as many fields as there may be. */
export function draftOf({ displayName, locked, bot, source, discoverable }: CredentialAccount): ProfileDraft {
  const fields = source.fields.map(({ name, value, verifiedAt }) => ({ name, value, verifiedAt: verifiedAt ?? null }));
  const blank = Array.from({ length: FIELDS }, () => ({ name: '', value: '', verifiedAt: null }));
  return {
    displayName,
    note: source.note,
    locked,
    bot,
    discoverable: discoverable === true,
    indexable: source.indexable === true,
    domains: (source.attributionDomains ?? []).join('\n'),
    fields: [...fields, ...blank].slice(0, FIELDS),
    avatar: null,
    header: null,
  };
}

/** The draft with a field changed: a link that is another has yet to be verified. */
export function withField(draft: ProfileDraft, index: number, change: Partial<Field>): ProfileDraft {
  const fields = draft.fields.map((field, at) => {
    const changed = { ...field, ...change };
    return at !== index ? field : { ...changed, verifiedAt: changed.value === field.value ? field.verifiedAt : null };
  });
  return { ...draft, fields };
}

/** Whether anything would be lost. */
export function isChanged(draft: ProfileDraft, start: ProfileDraft): boolean {
  return draft.avatar !== null || draft.header !== null || JSON.stringify(draft) !== JSON.stringify(start);
}

/** What is sent: pictures only when they change. */
export function changesIn({ fields, domains, avatar, header, ...rest }: ProfileDraft) {
  return {
    ...rest,
    // The server takes many lines for many domains; a form without any element would leave them as they are.
    attributionDomains: [domains],
    fieldsAttributes: fields.map(({ name, value }) => ({ name, value })),
    ...(avatar === null ? {} : { avatar }),
    ...(header === null ? {} : { header }),
  };
}

const PREFIX = 'microblog.profile.';

/** Keeps what was typed for as long as this tab is open; pictures have to be chosen again. */
export function keepProfileDraft(accountId: string, draft: ProfileDraft): void {
  sessionStorage.setItem(PREFIX + accountId, JSON.stringify({ ...draft, avatar: null, header: null }));
}

export function loadProfileDraft(accountId: string): ProfileDraft | null {
  return JSON.parse(sessionStorage.getItem(PREFIX + accountId) ?? 'null') as ProfileDraft | null;
}

export function forgetProfileDraft(accountId: string): void {
  sessionStorage.removeItem(PREFIX + accountId);
}
