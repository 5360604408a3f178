import { useCallback, useEffect, useMemo, useState } from 'react';

import { draftOfKept } from '../drafts/kept-drafts';
import { type Keeping, useKeeping } from '../drafts/use-keeping';
import { useMe } from '../session/session';
import type { ComposeRequest } from './composer-context';
import { type Draft, draftKey, emptyDraft, isSame, isWorthKeeping, keepDraft } from './draft';
import { draftToGoOnWith, onDraftEnded } from './sent-drafts';

export type ChangeDraft = (change: Partial<Draft> | ((draft: Draft) => Draft)) => void;

/** The draft of this request: as it was left, or new. */
export function useDraft(request: ComposeRequest): { key: string; draft: Draft; change: ChangeDraft; keeping: Keeping } {
  const me = useMe();
  const key = draftKey(me.id, request);
  const start = useMemo(
    () =>
      emptyDraft(request, me.acct, {
        visibility: me.source.privacy ?? 'public',
        language: me.source.language ?? '',
        sensitive: me.source.sensitive === true,
        quotePolicy: me.source.quotePolicy ?? 'public',
      }),
    [request, me.acct, me.source],
  );
  const [first] = useState<Draft>(() => {
    const kept = draftToGoOnWith(key);
    return { ...start, ...(request.waiting === undefined ? (request.draft ?? kept) : (kept ?? request.draft)) };
  });
  const [draft, setDraft] = useState(first);

  useEffect(() => {
    // What nobody has touched is no reason to forget what is kept.
    if (draft !== first) {
      keepDraft(key, isWorthKeeping(draft, start) ? draft : null);
    }
  }, [key, draft, first, start]);

  useEffect(() => onDraftEnded(key, (ended) => setDraft((now) => (isSame(now, ended) ? start : now))), [key, start]);

  const change = useCallback<ChangeDraft>(
    (next) => setDraft((now) => (typeof next === 'function' ? next(now) : { ...now, ...next })),
    [],
  );
  const keeping = useKeeping({
    key,
    draft,
    touched: draft !== first && !isSame(draft, first),
    worthy: isWorthKeeping(draft, start),
    // An edit belongs to its post, and what waits for its time is on the server already.
    wanted: request.edit === undefined && request.waiting === undefined,
    replyTo: request.replyTo?.id,
    onTheirs: (theirs) =>
      setDraft((now) =>
        now !== first ? now : theirs === null ? start : draftOfKept(theirs, me.source.privacy ?? 'public'),
      ),
  });
  return { key, draft, change, keeping };
}
