import { api } from '../api/client';
import { type Cursor, nextIn, type Page, pageOf } from '../api/paging';
import type { Account, NotificationGroups } from '../api/types';
import { type Group, GROUPED, groupsIn, newerThan } from './groups';
import type { Kind } from './kinds';

const A_PAGE = 30;

/** How many groups are asked for at once of what has come since a list was read. */
export const MOST_FRESH = 40;

interface Wish extends Cursor {
  limit: number;
  types?: Kind[] | undefined;
  sinceId?: string;
}

async function ask({ types, ...wish }: Wish): Promise<{ data: Group[]; headers: Headers }> {
  const params = { ...wish, groupedTypes: GROUPED, ...(types && { types }) };
  const { data, headers } = await api.v2.notifications.list.$raw(params);
  return { data: groupsIn(data as unknown as NotificationGroups), headers };
}

/** Notifications in groups, the latest first. Without kinds all are wanted. */
export async function fetchGroups(types: Kind[] | undefined, cursor: Cursor): Promise<Page<Group>> {
  const { data, headers } = await ask({ limit: A_PAGE, types, ...cursor });
  return { items: data, next: nextIn(headers.get('link')) };
}

/** The groups to which something came after a notification, whole as they are now. */
export async function fetchGroupsSince(types: Kind[] | undefined, sinceId: string): Promise<Group[]> {
  return newerThan((await ask({ limit: MOST_FRESH, types, sinceId })).data, sinceId);
}

/** Everybody of a group, page by page. */
export async function fetchPeople(key: string, cursor: Cursor): Promise<Page<Account>> {
  const { fetch } = api.v2.notifications.$select(key).accounts;
  // Masto's type knows no pages of them.
  const pages = fetch as unknown as { $raw: (cursor: Cursor) => Promise<{ data: Account[]; headers: Headers }> };
  return pageOf(pages.$raw(cursor));
}
