import type { InfiniteData } from '@tanstack/react-query';
import type { mastodon } from 'masto';

import type { Cursor, Page } from '../api/paging';
import type { Account, NotificationGroups, Status } from '../api/types';
import { nameOf } from '../profile/names';
import { isNewer } from './unread';

/** Under this are the lists of notifications, one for each choice of kinds. */
export const NOTIFICATIONS_KEY = ['notifications', 'groups'];

/** Kinds of which several are shown as one row. */
export const GROUPED = ['favourite', 'reblog', 'follow', 'admin.sign_up'] as const;

/** What happened to the same thing, told as one. */
export interface Group {
  /** The API's key of the group. */
  id: string;
  type: mastodon.v1.NotificationType;
  /** The newest notification in it. */
  newest: string;
  /** When that came, as the API writes time. */
  at: string;
  /** How many notifications it stands for. */
  count: number;
  /** Some of those who did it, the latest first. */
  people: [Account, ...Account[]];
  status?: Status | undefined;
  report?: mastodon.v1.Report | undefined;
  moderationWarning?: mastodon.v1.AccountWarning | undefined;
}

type Pages = InfiniteData<Page<Group>, Cursor>;

/** The rows of an answer, with the people and posts that it names beside them. */
export function groupsIn({ accounts, statuses, notificationGroups }: NotificationGroups): Group[] {
  const people = new Map(accounts.map((account) => [account.id, account]));
  const posts = new Map(statuses.map((status) => [status.id, status]));
  return notificationGroups.flatMap((group) => {
    const [latest, ...others] = group.sampleAccountIds.flatMap((id) => people.get(id) ?? []);
    return latest === undefined
      ? []
      : [
          {
            id: group.groupKey,
            type: group.type,
            newest: group.pageMaxId ?? String(group.mostRecentNotificationId),
            at: group.latestPageNotificationAt ?? '',
            count: group.notificationsCount,
            people: [latest, ...others],
            status: posts.get(group.statusId ?? ''),
            report: group.report,
            moderationWarning: group.moderationWarning,
          },
        ];
  });
}

/** Whom a row names, and how many more there are; without a second person, nobody else. */
export function namesIn({ people: [first, second], count }: Group): { name: string; other?: string; others?: number } {
  const name = nameOf(first);
  return second === undefined ? { name } : { name, other: nameOf(second), others: Math.max(0, count - 2) };
}

/** The same pages with what has come since on top: a group that was further down moves up, and stands there once. */
export function withGroups(pages: Page<Group>[], fresh: Group[]): Page<Group>[] {
  const moved = new Set(fresh.map(({ id }) => id));
  const [first, ...rest] = pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => !moved.has(id)) }));
  return first === undefined ? pages : [{ ...first, items: [...fresh, ...first.items] }, ...rest];
}

/** What is cached of notifications, without one group: a list, or what is new above it. */
export function withoutGroup<T extends Pages | Group[] | undefined>(cached: T, key: string): T {
  const others = (groups: Group[]): Group[] => groups.filter(({ id }) => id !== key);
  if (cached === undefined) {
    return cached;
  }
  const left = Array.isArray(cached)
    ? others(cached)
    : { ...cached, pages: cached.pages.map((page) => ({ ...page, items: others(page.items) })) };
  return left as T;
}

/** Those that came after a notification. */
export function newerThan(groups: Group[], id: string): Group[] {
  return groups.filter(({ newest }) => isNewer(newest, id));
}
