import type { MediaAttachment, Status, Visibility } from '../api/types';
import { policyOf, type QuotePolicy } from '../quote/quote-policy';
import type { ComposeRequest } from './composer-context';
import { isBegun, type PollDraft } from './poll-draft';

/** What a post will be made of. */
export interface Draft {
  text: string;
  warning: string;
  warned: boolean;
  visibility: Visibility;
  /** Empty to let the server recognise it. */
  language: string;
  media: MediaAttachment[];
  /** Whether the images start hidden. */
  sensitive: boolean;
  poll: PollDraft | null;
  /** When it is to be published, by the clock here; null for at once. */
  scheduledFor: string | null;
  /** The post that it quotes. */
  quotedId: string | null;
  quotePolicy: QuotePolicy;
}

/** What the author wants every post to begin with. */
export interface Defaults {
  visibility: Visibility;
  language: string;
  sensitive: boolean;
  quotePolicy: QuotePolicy;
}

const PREFIX = 'microblog.draft.';
const KEPT_FOR = 14 * 24 * 60 * 60 * 1000;

/** The name under which the draft waits: an edit's belongs to one version of its post, so that it never undoes another. */
export function draftKey(accountId: string, { edit, waiting, replyTo, quoting, text, visibility, kept }: ComposeRequest): string {
  if (waiting !== undefined) {
    return `${PREFIX}${accountId}.scheduled.${waiting.id}.${waiting.scheduledAt}`;
  }
  if (kept !== undefined) {
    return `${PREFIX}${accountId}.kept.${kept.id}`;
  }
  const quote = quoting === undefined ? undefined : `quote-${quoting.id}`;
  const fresh = ['new', quote, visibility, text].filter((part) => part !== undefined).join('.');
  const subject = edit !== undefined ? `edit.${edit.id}.${edit.editedAt ?? ''}` : (replyTo?.id ?? fresh);
  return `${PREFIX}${accountId}.${subject}`;
}

/** What an answer, an edit, or something new begins with. */
export function emptyDraft(request: ComposeRequest, myName: string, defaults: Defaults): Draft {
  const { replyTo, quoting, edit, source, visibility, text = '' } = request;
  const warning = (source ?? replyTo)?.spoilerText ?? '';
  return {
    text: replyTo === undefined ? (source?.text ?? text) : mentionsFor(replyTo, myName),
    warning,
    warned: warning !== '',
    visibility:
      edit?.visibility ?? visibility ?? narrower(defaults.visibility, (replyTo ?? quoting)?.visibility ?? 'public'),
    language: edit === undefined ? defaults.language : (edit.language ?? ''),
    media: edit?.mediaAttachments ?? [],
    sensitive: edit?.sensitive ?? defaults.sensitive,
    poll: null,
    scheduledFor: null,
    quotedId: quoting?.id ?? null,
    quotePolicy: edit === undefined ? defaults.quotePolicy : policyOf(edit),
  };
}

/** Everybody in the conversation but oneself, its author first. */
function mentionsFor(status: Status, myName: string): string {
  const names = [status.account.acct, ...status.mentions.map(({ acct }) => acct)].filter((name) => name !== myName);
  return [...new Set(names)].map((name) => `@${name} `).join('');
}

const FROM_WIDE: readonly Visibility[] = ['public', 'unlisted', 'private', 'direct'];

function narrower(one: Visibility, other: Visibility): Visibility {
  return FROM_WIDE[Math.max(FROM_WIDE.indexOf(one), FROM_WIDE.indexOf(other))] ?? 'direct';
}

/** Whether there is anything that would be lost. */
export function isWorthKeeping(draft: Draft, start: Draft): boolean {
  const written = draft.text.trim() !== '' && draft.text !== start.text;
  const pictured = JSON.stringify(draft.media) !== JSON.stringify(start.media);
  return written || pictured || draft.warning !== start.warning || isBegun(draft.poll);
}

/** Whether two drafts would make the same post. */
export function isSame(one: Draft | null, other: Draft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function loadDraft(key: string, now = Date.now()): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as { draft: Draft; at: number } | null;
    return kept !== null && now - kept.at < KEPT_FOR ? kept.draft : null;
  } catch {
    return null;
  }
}

export function keepDraft(key: string, draft: Draft | null, now = Date.now()): void {
  if (draft === null) {
    localStorage.removeItem(key);
  } else {
    localStorage.setItem(key, JSON.stringify({ draft, at: now }));
  }
}
