import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';
import type { Relationship } from '../api/types';
import { useSession } from '../session/session';

const WAIT = 10;
const MOST_AT_ONCE = 40;

type Waiting = Map<string, ((relationship: Relationship | null) => void)[]>;

let waiting: Waiting = new Map();

/** Whom one has just stopped following, which the server does not know yet: each with the way to take it back. */
export const leaving = new Map<string, () => boolean>();

function asShown(relationship: Relationship | null): Relationship | null {
  const left = relationship !== null && leaving.has(relationship.id);
  return left ? { ...relationship, following: false, requested: false } : relationship;
}

async function flush(): Promise<void> {
  const asked = waiting;
  waiting = new Map();
  const ids = [...asked.keys()];
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    const id = ids.slice(from, from + MOST_AT_ONCE);
    const found = await api.v1.accounts.relationships.fetch({ id }).catch(() => []);
    id.forEach((each) => asked.get(each)?.forEach((tell) => tell(asShown(found.find((it) => it.id === each) ?? null))));
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

function useRelationshipQuery(id: string) {
  const me = useSession();
  return useQuery({
    queryKey: relationshipKey(id),
    queryFn: () => load(id),
    enabled: me !== null && me.id !== id,
  });
}

/** How the person who is signed in stands to another. */
export function useRelationship(id: string): Relationship | null {
  return useRelationshipQuery(id).data ?? null;
}

/** Whether it is still being asked how one stands to another. */
export function useRelationshipIsLoading(id: string): boolean {
  return useRelationshipQuery(id).isLoading;
}
