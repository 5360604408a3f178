import type { QueryClient } from '@tanstack/react-query';

import { api } from '../api/client';
import type { Conversation, Notification, Status } from '../api/types';
import { CONVERSATIONS_KEY } from '../conversations/unread';
import { UNREAD_KEY } from '../notifications/unread';
import { FOLLOW_REQUESTS_KEY } from '../relation/follow-requests';
import { changeStatus, hasChangedSince, idsIn, isCurrent, removeStatus } from '../status/status-cache';
import type { Pages } from '../timeline/use-pages';
import { tell } from './channels';
import type { Frame } from './connection';

/** The streams behind what the client calls by names of its own. */
const CALLED: Record<string, string> = { user: 'home' };

function camel(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}

/** As masto shows what the API answers. */
export function shown(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(shown);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [camel(key), shown(member)]));
}

/** Lets what has happened show everywhere; new posts go to those who listen to the stream. */
export function take(queries: QueryClient, { stream, event, payload = '' }: Frame): void {
  const read = <T>(): T => shown(JSON.parse(payload)) as T;
  const name = stream.join('/');
  switch (event) {
    case 'update':
      post(queries, CALLED[name] ?? name, read<Status>());
      return;
    case 'status.update':
      edit(queries, read<Status>());
      return;
    case 'delete':
      remove(queries, payload);
      return;
    case 'notification':
      notification(queries, read<Notification>());
      return;
    case 'conversation':
      conversation(queries, read<Conversation>());
      return;
    case 'notifications_merged':
      void queries.invalidateQueries({ queryKey: ['notifications'] });
      return;
    case 'announcement':
    case 'announcement.reaction':
    case 'announcement.delete':
      void queries.invalidateQueries({ queryKey: ['announcements'] });
      return;
    case 'filters_changed':
      void queries.invalidateQueries({ queryKey: ['filters'] });
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session', refetchType: 'none' });
  }
}

/** What cannot have come while nobody listened is asked for. What is new, timelines ask for themselves. */
export function catchUp(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: UNREAD_KEY });
  void queries.invalidateQueries({ queryKey: CONVERSATIONS_KEY });
  void queries.invalidateQueries({ queryKey: FOLLOW_REQUESTS_KEY });
  void readAnew(queries).catch(() => {});
}

/** As many as the API gives at once. */
const AT_ONCE = 20;
/** Whoever has read further down than this has long left the rest behind. */
const READ_ANEW = 100;

/** Posts on the page that were edited or deleted meanwhile show so. */
async function readAnew(queries: QueryClient): Promise<void> {
  const active = queries.getQueryCache().findAll({ type: 'active', predicate: isCurrent });
  const ids = [...idsIn(active.map(({ state }) => state.data))].slice(0, READ_ANEW);
  const parts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_none, part) =>
    ids.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  await Promise.all(
    parts.map(async (part) => {
      const asked = performance.now();
      const found = await api.v1.statuses.fetch({ id: part });
      found.filter((status) => !hasChangedSince(asked, status)).forEach((status) => edit(queries, status));
      const there = new Set(found.map(({ id }) => id));
      part.filter((id) => !there.has(id)).forEach((id) => remove(queries, id));
    }),
  );
}

function remove(queries: QueryClient, id: string): void {
  removeStatus(queries, id);
  void queries.invalidateQueries({ queryKey: ['status', id] });
}

function post(queries: QueryClient, channel: string, status: Status): void {
  tell(channel, status);
  showAnswer(queries, status);
}

/** Asks again for the threads that a new answer belongs to. */
function showAnswer(queries: QueryClient, { inReplyToId: answered }: Status): void {
  if (answered != null) {
    void queries.invalidateQueries({
      predicate: ({ queryKey, state }) => queryKey[0] === 'thread' && holds(queryKey[1], state.data, answered),
    });
  }
}

/** Whether a thread is that of the post, or has it among its replies. */
function holds(of: unknown, thread: unknown, id: string): boolean {
  const { descendants = [] } = (thread ?? {}) as { descendants?: Status[] };
  return of === id || descendants.some((status) => status.id === id);
}

function edit(queries: QueryClient, status: Status): void {
  changeStatus(queries, status.id, (before) => ({ ...before, ...status }));
}

function notification(queries: QueryClient, one: Notification): void {
  countAnew(queries);
  tell('notifications', one);
  // Whom one does not follow is heard of by this alone.
  if (one.type === 'mention') {
    showAnswer(queries, one.status);
  }
  if (one.type === 'follow_request') {
    void queries.invalidateQueries({ queryKey: FOLLOW_REQUESTS_KEY });
  }
}

/** Several that come together are counted once, in milliseconds. */
const COUNTED_AFTER = 300;

let counting: ReturnType<typeof setTimeout> | undefined;

/** The server counts: what has just been read may hold what comes now already, and one may come twice. */
function countAnew(queries: QueryClient): void {
  counting ??= setTimeout(() => {
    counting = undefined;
    void queries.invalidateQueries({ queryKey: UNREAD_KEY });
  }, COUNTED_AFTER);
}

function conversation(queries: QueryClient, one: Conversation): void {
  queries.setQueryData<Pages<Conversation>>([...CONVERSATIONS_KEY, 'list'], (list) => {
    const [first, ...rest] = list?.pages.map((page) => ({
      ...page,
      items: page.items.filter(({ id }) => id !== one.id),
    })) ?? [];
    return list && first && { ...list, pages: [{ ...first, items: [one, ...first.items] }, ...rest] };
  });
  void queries.invalidateQueries({ queryKey: [...CONVERSATIONS_KEY, 'unread'] });
}
