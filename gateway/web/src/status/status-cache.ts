import type { QueryClient, QueryKey } from '@tanstack/react-query';

import type { Status } from '../api/types';

type Change = (status: Status) => Status;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isStatus(value: Record<string, unknown>): boolean {
  return 'visibility' in value && 'reblogsCount' in value;
}

/**
 * The same data with one post changed wherever it stands: in a page of a list, in a boost, in a notification. What does
 * not hold the post stays the same object, so that it is not drawn again.
 */
export function changeIn<T>(data: T, id: string, change: Change): T {
  return changeUnknown(data, id, change) as T;
}

function changeUnknown(data: unknown, id: string, change: Change): unknown {
  if (Array.isArray(data)) {
    const items = data.map((item) => changeUnknown(item, id, change));
    return items.some((item, index) => item !== data[index]) ? items : data;
  }
  if (!isRecord(data)) {
    return data;
  }
  if (isStatus(data) && data['id'] === id) {
    return change(data as unknown as Status);
  }
  let changed: Record<string, unknown> | null = null;
  for (const [key, value] of Object.entries(data)) {
    const next = isRecord(value) ? changeUnknown(value, id, change) : value;
    if (next !== value) {
      changed = { ...(changed ?? data), [key]: next };
    }
  }
  return changed ?? data;
}

/** The same data without a post, its boosts, and the notifications about it. */
export function removeFrom<T>(data: T, id: string): T {
  return removeUnknown(data, (item) => isStatus(item) && item['id'] === id) as T;
}

/** The same data without what somebody wrote, boosted, or did without others. */
export function removeAuthorFrom<T>(data: T, accountId: string): T {
  const isThem = (account: unknown): boolean => isRecord(account) && account['id'] === accountId;
  return removeUnknown(
    data,
    ({ account, people }) => isThem(account) || (Array.isArray(people) && people.every(isThem)),
  ) as T;
}

/** The posts in the data, boosts by their own ids, each once and as they stand; what is in a boost or quoted is part of it. */
export function idsIn(data: unknown, ids = new Set<string>()): Set<string> {
  if (!isRecord(data)) {
    return ids;
  }
  if (isStatus(data)) {
    return ids.add(String(data['id']));
  }
  Object.values(data).forEach((member) => idsIn(member, ids));
  return ids;
}

type Matches = (item: Record<string, unknown>) => boolean;

function concerns(item: unknown, matches: Matches): boolean {
  return isRecord(item) && (matches(item) || concerns(item['reblog'], matches) || concerns(item['status'], matches));
}

function removeUnknown(data: unknown, matches: Matches): unknown {
  if (Array.isArray(data)) {
    const kept = data.filter((item) => !concerns(item, matches)).map((item) => removeUnknown(item, matches));
    return kept.length === data.length && kept.every((item, index) => item === data[index]) ? data : kept;
  }
  if (!isRecord(data)) {
    return data;
  }
  let changed: Record<string, unknown> | null = null;
  for (const [key, value] of Object.entries(data)) {
    const next = isRecord(value) ? removeUnknown(value, matches) : value;
    if (next !== value) {
      changed = { ...(changed ?? data), [key]: next };
    }
  }
  return changed ?? data;
}

/** Where posts stand as they were when somebody reported them. */
const EVIDENCE = new Set<unknown>(['moderation-reports']);

/** Whether what was loaded shows posts as they are now. */
export function isCurrent({ queryKey }: { queryKey: QueryKey }): boolean {
  return !EVIDENCE.has(queryKey[0]);
}

/** When posts last changed here, by {@link performance.now}. */
const changes = new Map<string, number>();

/** Changes a post in everything that has been loaded. */
export function changeStatus(queries: QueryClient, id: string, change: Change): void {
  changes.set(id, performance.now());
  queries.setQueriesData({ predicate: isCurrent }, (data: unknown) => changeIn(data, id, change));
}

/**
 * Whether a post, or what it boosts, has changed here since an answer with it was asked for: that may be older.
 *
 * @param asked by {@link performance.now}
 */
export function hasChangedSince(asked: number, { id, reblog }: Status): boolean {
  return [id, reblog?.id].some((each) => each !== undefined && (changes.get(each) ?? -Infinity) >= asked);
}

/** Takes a post out of everything that has been loaded. */
export function removeStatus(queries: QueryClient, id: string): void {
  queries.setQueriesData({ predicate: isCurrent }, (data: unknown) => removeFrom(data, id));
}

/** Where others come by themselves, unlike on their own pages. */
const CROWDS = new Set<unknown>(['timeline', 'thread', 'notifications', 'suggestions']);

/** Takes somebody out of all lists that have been loaded but those about them. */
export function removeAuthor(queries: QueryClient, accountId: string): void {
  queries.setQueriesData({ predicate: ({ queryKey }) => CROWDS.has(queryKey[0]) }, (data: unknown) =>
    removeAuthorFrom(data, accountId),
  );
}
