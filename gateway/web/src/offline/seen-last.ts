import type { Query, QueryClient, QueryFunction, QueryFunctionContext, QueryKey } from '@tanstack/react-query';

import { isUnreachable } from '../api/errors';
import type { CredentialAccount } from '../api/types';
import { turned } from '../status/flags';
import { changeIn } from '../status/status-cache';
import { dropOldest, forgetSeen, keepFor, keepSeen, seenLast, waiting } from './kept';
import { isReachable } from './reachable';
import type { WaitingDeed, WaitingFlag } from './waiting';

/** What is worth reading again. Anything else, such as searches and what one types, is gone with its page. */
const KEPT = new Set<unknown>([
  'account',
  'conversations',
  'followed-tags',
  'instance',
  'list',
  'lists',
  'notifications',
  'profile-posts',
  'session',
  'status',
  'tag',
  'thread',
  'timeline',
  'trends',
]);

/** Data that has come from the store, and need not go there again. */
const restored = new WeakSet<object>();
const standIns = new Set<string>();

function isKept({ queryKey }: Query): boolean {
  return KEPT.has(queryKey[0]) && !queryKey.includes('fresh');
}

/** The data as it will be when the server knows of what waits. */
function withWaiting(data: unknown, deeds: WaitingDeed[]): unknown {
  return deeds
    .filter((deed): deed is WaitingFlag => deed.kind === 'flag')
    .reduce((now, { statusId, flag, on }) => changeIn(now, statusId, (status) => turned(status, flag, on)), data);
}

async function fromStore(query: Query): Promise<unknown> {
  try {
    const data = await seenLast(query.queryHash);
    return data === undefined ? undefined : withWaiting(data, await waiting<WaitingDeed>());
  } catch {
    // A browser that keeps nothing has nothing.
    return undefined;
  }
}

/** Asks the server; what was seen last stands in for an answer that cannot come. */
export async function orSeenLast<T, K extends QueryKey>(
  ask: QueryFunction<T, K>,
  context: QueryFunctionContext<K>,
  query: Query,
): Promise<T> {
  try {
    return await ask(context);
  } catch (error) {
    if (!isUnreachable(error)) {
      throw error;
    }
    const data = query.state.data === undefined && isKept(query) ? await fromStore(query) : undefined;
    const outage = isReachable();
    if (typeof data !== 'object' || data === null) {
      throw error;
    }
    restored.add(data);
    standIns.add(query.queryHash);
    // One answer may be lost while the server is there.
    void outage.then((reached) => (reached ? refreshSeenLast(context.client) : undefined));
    return data as T;
  }
}

/** Keeps what the signed-in person sees, for as long as their session lasts. */
export function keepWhatIsSeen(queries: QueryClient): void {
  let owner: string | null = null;

  async function keep(query: Query, data: object): Promise<void> {
    if (query.queryKey[0] === 'session') {
      owner = (data as CredentialAccount).id;
      await keepFor(owner);
    }
    if (owner !== null && !restored.has(data)) {
      await keepSeen(owner, query.queryHash, data);
    }
  }

  async function forget(): Promise<void> {
    owner = null;
    await forgetSeen();
  }

  const known = new Map<string, unknown>();
  queries.getQueryCache().subscribe((event) => {
    const { query } = event;
    const { data } = query.state as { data: unknown };
    if (event.type === 'updated' && event.action.type === 'success' && isKept(query) && known.get(query.queryHash) !== data) {
      known.set(query.queryHash, data);
      const kept = typeof data === 'object' && data !== null ? keep(query, data) : forgetIfNobody(query);
      // A browser that keeps nothing shows nothing later.
      kept.catch(() => {});
    } else if (event.type === 'removed') {
      known.delete(query.queryHash);
      standIns.delete(query.queryHash);
    }
  });

  async function forgetIfNobody({ queryKey }: Query): Promise<void> {
    if (queryKey[0] === 'session') {
      await forget();
    }
  }
  dropOldest().catch(() => {});
}

/** Asks anew for all for which something older stood in. */
export async function refreshSeenLast(queries: QueryClient): Promise<void> {
  const names = new Set(standIns);
  standIns.clear();
  await queries.refetchQueries({ predicate: ({ queryHash, state }) => names.has(queryHash) || state.status === 'error' });
}
