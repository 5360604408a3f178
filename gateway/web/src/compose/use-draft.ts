import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';

import { api } from '../api/client';
import { useMe } from '../session/session';
import type { ComposeRequest } from './composer-context';
import { type Draft, draftKey, emptyDraft, isWorthKeeping, keepDraft, loadDraft } from './draft';

export type ChangeDraft = (change: Partial<Draft> | ((draft: Draft) => Draft)) => void;

/** The draft of this request: as it was left, or new. An edit starts with the text as it was written. */
export function useDraft(request: ComposeRequest): {
  draft: Draft;
  change: ChangeDraft;
  clear: () => void;
  ready: boolean;
} {
  const me = useMe();
  const key = draftKey(me.id, request);
  const start = useMemo(
    () =>
      emptyDraft(request, me.acct, {
        visibility: me.source.privacy ?? 'public',
        language: me.source.language ?? '',
        sensitive: me.source.sensitive === true,
      }),
    [request, me.acct, me.source],
  );
  const [draft, setDraft] = useState<Draft>(
    () => ({ ...start, ...(key === null || request.text !== undefined ? null : loadDraft(key)) }),
  );

  const edited = request.edit?.id;
  const source = useQuery({
    queryKey: ['source', edited, request.edit?.editedAt],
    queryFn: () => api.v1.statuses.$select(edited ?? '').source.fetch(),
    enabled: edited !== undefined,
  });
  useEffect(() => {
    if (source.data !== undefined) {
      const { text, spoilerText } = source.data;
      setDraft((now) => ({ ...now, text, warning: spoilerText, warned: spoilerText !== '' }));
    }
  }, [source.data]);

  useEffect(() => {
    if (key !== null) {
      keepDraft(key, isWorthKeeping(draft, start) ? draft : null);
    }
  }, [key, draft, start]);

  const change = useCallback<ChangeDraft>(
    (next) => setDraft((now) => (typeof next === 'function' ? next(now) : { ...now, ...next })),
    [],
  );
  const clear = useCallback(() => setDraft(start), [start]);
  return { draft, change, clear, ready: edited === undefined || source.isSuccess };
}
