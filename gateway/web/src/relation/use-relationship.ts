import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Account, Relationship } from '../api/types';
import { useSession } from '../session/session';
import { useToast } from '../shell/toasts';

const WAIT = 10;
const MOST_AT_ONCE = 40;

type Waiting = Map<string, ((relationship: Relationship | null) => void)[]>;

let waiting: Waiting = new Map();

async function flush(): Promise<void> {
  const asked = waiting;
  waiting = new Map();
  const ids = [...asked.keys()];
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    const id = ids.slice(from, from + MOST_AT_ONCE);
    const found = await api.v1.accounts.relationships.fetch({ id }).catch(() => []);
    id.forEach((each) => asked.get(each)?.forEach((tell) => tell(found.find((it) => it.id === each) ?? null)));
  }
}

/** Asks for one, together with all who ask at the same time. */
function load(id: string): Promise<Relationship | null> {
  return new Promise((resolve) => {
    if (waiting.size === 0) {
      setTimeout(() => void flush(), WAIT);
    }
    waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
  });
}

/** Where it is cached how one stands to a person. */
export function relationshipKey(id: string): string[] {
  return ['relationship', id];
}

/** How the person who is signed in stands to another. */
export function useRelationship(id: string): Relationship | null {
  const me = useSession();
  const { data } = useQuery({
    queryKey: relationshipKey(id),
    queryFn: () => load(id),
    enabled: me !== null && me.id !== id,
  });
  return data ?? null;
}

function countFollower(queries: QueryClient, account: Account, step: number): void {
  queries.setQueryData<Account>(
    ['account', account.acct.toLowerCase()],
    (it) => it && { ...it, followersCount: it.followersCount + step },
  );
}

/** Follows and unfollows; shown at once, and taken back when the server refuses. */
export function useFollow(account: Account) {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const toast = useToast();
  return useMutation({
    mutationFn: (follow: boolean) => {
      const one = api.v1.accounts.$select(account.id);
      return follow ? one.follow() : one.unfollow();
    },
    onMutate: (follow) => {
      const before = queries.getQueryData<Relationship>(relationshipKey(account.id));
      const expected = account.locked ? { requested: follow } : { following: follow };
      const after = follow ? expected : { requested: false, following: false };
      queries.setQueryData<Relationship>(relationshipKey(account.id), (it) => it && { ...it, ...after });
      const step = after.following === true ? 1 : before?.following === true ? -1 : 0;
      countFollower(queries, account, step);
      return { before, step };
    },
    onSuccess: (relationship) => {
      queries.setQueryData(relationshipKey(account.id), relationship);
      void queries.invalidateQueries({ queryKey: ['timeline', 'home'], refetchType: 'none' });
    },
    onError: (_error, _follow, undo) => {
      queries.setQueryData(relationshipKey(account.id), undo?.before);
      countFollower(queries, account, -(undo?.step ?? 0));
      toast({ text: t('error.notDone'), bad: true });
    },
  });
}
