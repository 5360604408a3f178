import { useEffect, useRef, useState } from 'react';

import { statusOf } from '../api/errors';
import type { Draft } from '../compose/draft';
import { draftToGoOnWith } from '../compose/sent-drafts';
import { endOnServer, keepOnServer, keptDraft, type KeptDraft } from './kept-drafts';
import { note, noteOf } from './kept-notes';

const PAUSE = 2_000;

/** What has become of a draft on the server. */
export type Keeping = 'here' | 'kept' | 'parted';

/**
 * Keeps a draft on the server while it is written, whenever one pauses or closes it; what another device has made of it
 * comes first, unless something was written here since.
 */
export function useKeeping({
  key,
  draft,
  touched,
  worthy,
  wanted,
  replyTo,
  onTheirs,
}: {
  key: string;
  draft: Draft;
  /** Whether anything was written here. */
  touched: boolean;
  /** Whether there is anything that would be lost. */
  worthy: boolean;
  wanted: boolean;
  replyTo: string | undefined;
  /** What there is elsewhere; null where the draft has ended there. */
  onTheirs: (theirs: KeptDraft | null) => void;
}): Keeping {
  const [keeping, setKeeping] = useState<Keeping>('here');
  const waiting = useRef<(() => void) | null>(null);
  const tell = useRef(onTheirs);
  useEffect(() => {
    tell.current = onTheirs;
  });

  useEffect(() => {
    const known = noteOf(key);
    let closed = false;
    if (wanted && known !== null && !known.ahead) {
      keptDraft(known.id).then(
        (theirs) => {
          if (!closed && theirs.version !== known.version && noteOf(key)?.ahead === false) {
            note(key, { id: theirs.id, version: theirs.version, ahead: false });
            tell.current(theirs);
          }
        },
        (error: unknown) => {
          if (!closed && statusOf(error) === 404 && noteOf(key)?.ahead === false) {
            note(key, null);
            tell.current(null);
          }
        },
      );
    }
    return () => {
      closed = true;
    };
  }, [key, wanted]);

  useEffect(() => {
    if (!wanted || !touched) {
      return;
    }
    const known = noteOf(key);
    if (known !== null) {
      note(key, { ...known, ahead: true });
    }
    const keep = (): void => {
      waiting.current = null;
      if (!worthy) {
        void endOnServer(key);
      } else if (draftToGoOnWith(key) !== null) {
        keepOnServer(key, draft, replyTo).then(
          (parted) => setKeeping((now) => (parted || now === 'parted' ? 'parted' : 'kept')),
          // It is kept in this browser, and goes to the server with what is written next.
          () => setKeeping((now) => (now === 'parted' ? now : 'here')),
        );
      }
    };
    waiting.current = keep;
    const timer = setTimeout(keep, PAUSE);
    return () => clearTimeout(timer);
  }, [key, draft, touched, worthy, wanted, replyTo]);

  useEffect(() => () => waiting.current?.(), []);
  return keeping;
}
