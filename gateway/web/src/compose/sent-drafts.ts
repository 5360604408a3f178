import { noteOf } from '../drafts/kept-notes';
import { type Draft, isSame, keepDraft, loadDraft } from './draft';

const CHANNEL = 'microblog.drafts';

interface Ended {
  key: string;
  draft: Draft;
}

/** What is on its way to the server, each with the key by which the server knows it when it is sent again. */
const underWay = new Map<string, string>();
const leaving = new Set<string>();

function nameOf(key: string, draft: Draft): string {
  return `${key} ${JSON.stringify(draft)}`;
}

/** The idempotency key of a draft: the same until it has arrived, another once it was written on. */
export function idempotencyKey(key: string, draft: Draft): string {
  const name = nameOf(key, draft);
  const known = underWay.get(name) ?? crypto.randomUUID();
  underWay.set(name, known);
  return known;
}

/** From now on the draft is none to go on with, until it comes back or has ended. */
export function letGo(key: string, draft: Draft): void {
  leaving.add(nameOf(key, draft));
}

export function takeBack(key: string, draft: Draft): void {
  leaving.delete(nameOf(key, draft));
}

/** The draft to go on with, unless there is none or it is just being sent. */
export function draftToGoOnWith(key: string): Draft | null {
  const draft = loadDraft(key);
  return draft !== null && leaving.has(nameOf(key, draft)) ? null : draft;
}

/** Ends what has become a post wherever it is kept or open, in this tab and in others, unless it was written on there. */
export function endDraft(key: string, draft: Draft): void {
  takeBack(key, draft);
  underWay.delete(nameOf(key, draft));
  if (isSame(loadDraft(key), draft)) {
    keepDraft(key, null);
    if (noteOf(key) !== null) {
      void import('../drafts/kept-drafts').then(({ endOnServer }) => endOnServer(key));
    }
  }
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(JSON.stringify({ key, draft } satisfies Ended));
  channel.close();
}

/** Tells of drafts under a key that have become posts; returns the way to hear no more of them. */
export function onDraftEnded(key: string, tell: (draft: Draft) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<string>) => {
    const ended = JSON.parse(data) as Ended;
    if (ended.key === key) {
      tell(ended.draft);
    }
  };
  return () => channel.close();
}
