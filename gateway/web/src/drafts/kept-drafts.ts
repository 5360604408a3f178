import { api } from '../api/client';
import { statusOf } from '../api/errors';
import type { Cursor, Page } from '../api/paging';
import { pageOf } from '../api/paging';
import type { MediaAttachment, Visibility } from '../api/types';
import type { Draft } from '../compose/draft';
import { instantOf, localTime } from '../compose/schedule';
import type { QuotePolicy } from '../quote/quote-policy';
import { note, noteOf, tellOfChange } from './kept-notes';

/** A draft as the server keeps it for all of its author's devices. */
export interface KeptDraft {
  id: string;
  version: number;
  updatedAt: string;
  params: {
    text: string | null;
    sensitive: boolean | null;
    spoilerText: string | null;
    visibility: Visibility | null;
    language: string | null;
    inReplyToId: string | null;
    quotedStatusId?: string | null;
    quoteApprovalPolicy?: QuotePolicy | null;
    poll: { options: string[]; expiresIn: number | null; multiple: boolean; hideTotals: boolean } | null;
    scheduledAt: string | null;
  };
  mediaAttachments: MediaAttachment[];
  /** Why it was not published, where it was scheduled before. */
  reason: string | null;
  /** The same for programs; null where the server has no code for it. */
  reasonCode: string | null;
}

interface One {
  fetch(): Promise<KeptDraft>;
  update(params: object): Promise<KeptDraft>;
  remove(): Promise<unknown>;
}

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  drafts: {
    list: { $raw(params: Cursor & { limit: number }): Promise<{ data: KeptDraft[]; headers: Headers }> };
    create(params: object): Promise<KeptDraft>;
    $select(id: string): One;
  };
}

const { drafts } = api.v1 as unknown as Additions;

const CONFLICT = 409;
const GONE = 404;
const A_DAY = 86_400;

/** What one wrote last, first. */
export function pageOfDrafts(cursor: Cursor): Promise<Page<KeptDraft>> {
  return pageOf(drafts.list.$raw({ limit: 20, ...cursor }));
}

export function keptDraft(id: string): Promise<KeptDraft> {
  return drafts.$select(id).fetch();
}

/** Deletes a draft on all devices. */
export async function deleteKept(id: string): Promise<void> {
  await drafts.$select(id).remove();
  tellOfChange();
}

/** What one goes on with of a draft from elsewhere. */
export function draftOfKept({ params, mediaAttachments }: KeptDraft, usual: Visibility): Draft {
  const warning = params.spoilerText ?? '';
  return {
    text: params.text ?? '',
    warning,
    warned: warning !== '',
    visibility: params.visibility ?? usual,
    language: params.language ?? '',
    media: mediaAttachments,
    sensitive: params.sensitive === true,
    poll: params.poll && { ...params.poll, expiresIn: params.poll.expiresIn ?? A_DAY },
    scheduledFor: params.scheduledAt === null ? null : localTime(Date.parse(params.scheduledAt)),
    quotedId: params.quotedStatusId ?? null,
    quotePolicy: params.quoteApprovalPolicy ?? 'public',
  };
}

/** All of a draft, as the server keeps it. A time that is only half written is not kept. */
export function paramsOf(draft: Draft, replyTo: string | undefined) {
  const timed = draft.scheduledFor !== null && !Number.isNaN(Date.parse(draft.scheduledFor));
  return {
    status: draft.text,
    contentType: 'text/markdown',
    spoilerText: draft.warned ? draft.warning : '',
    sensitive: draft.sensitive,
    visibility: draft.visibility,
    ...(draft.language === '' ? {} : { language: draft.language }),
    ...(draft.media.length === 0 ? {} : { mediaIds: draft.media.map(({ id }) => id) }),
    ...(draft.poll === null ? {} : { poll: draft.poll }),
    ...(timed && draft.scheduledFor !== null ? { scheduledAt: instantOf(draft.scheduledFor) } : {}),
    ...(replyTo === undefined ? {} : { inReplyToId: replyTo }),
    ...(draft.quotedId == null ? {} : { quotedStatusId: draft.quotedId }),
    quoteApprovalPolicy: draft.quotePolicy,
  };
}

/** The last thing that was asked of the server about each draft: the next waits for it. */
const asked = new Map<string, Promise<unknown>>();

function inTurn<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const next = (asked.get(key) ?? Promise.resolve()).then(ask, ask);
  asked.set(key, next.catch(() => {}));
  return next;
}

/**
 * Keeps on the server what this browser has under a key. Where the draft was changed elsewhere meanwhile, both stay: this
 * one becomes a draft of its own, and true says so.
 */
export function keepOnServer(key: string, draft: Draft, replyTo: string | undefined): Promise<boolean> {
  return inTurn(key, async () => {
    const params = paramsOf(draft, replyTo);
    const known = noteOf(key);
    let parted = false;
    let kept: KeptDraft;
    try {
      kept =
        known === null
          ? await drafts.create(params)
          : await drafts.$select(known.id).update({ ...params, version: known.version });
    } catch (error) {
      parted = statusOf(error) === CONFLICT;
      if (known === null || (!parted && statusOf(error) !== GONE)) {
        throw error;
      }
      kept = await drafts.create(params);
    }
    note(key, { id: kept.id, version: kept.version, ahead: false });
    tellOfChange();
    return parted;
  });
}

/** Ends on the server what has ended here; one that has gone there already has ended, too. */
export function endOnServer(key: string): Promise<void> {
  return inTurn(key, async () => {
    const known = noteOf(key);
    note(key, null);
    if (known !== null) {
      await deleteKept(known.id).catch(() => {});
    }
  });
}
