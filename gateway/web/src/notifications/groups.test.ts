import { expect, test, vi } from 'vitest';

import type { Account, NotificationGroups } from '../api/types';
import { removeAuthorFrom } from '../status/status-cache';
import { type Group, groupsIn, namesIn, newerThan, withGroups, withoutGroup } from './groups';

vi.mock('../api/client', () => ({ api: {}, onUnauthorized: () => () => {} }));

function person(id: string): Account {
  return { id, username: `user${id}`, displayName: `Person ${id}` } as Account;
}

function aGroup(id: string, newest: string, more: Partial<Group> = {}): Group {
  return { id, type: 'favourite', newest, at: '2026-01-01T00:00:00Z', count: 1, people: [person('1')], ...more };
}

const ANSWER = {
  accounts: [person('1'), person('2')],
  statuses: [{ id: '7' }],
  notificationGroups: [
    {
      groupKey: 'favourite-7-1',
      notificationsCount: 5,
      type: 'favourite',
      mostRecentNotificationId: 116_000_000_000_000_000,
      pageMaxId: '116000000000000003',
      latestPageNotificationAt: '2026-01-01T00:00:00Z',
      sampleAccountIds: ['2', '9', '1'],
      statusId: '7',
    },
    {
      groupKey: 'ungrouped-3',
      notificationsCount: 1,
      type: 'follow_request',
      mostRecentNotificationId: 3,
      sampleAccountIds: ['9'],
    },
  ],
} as unknown as NotificationGroups;

test('puts people and posts beside what they did, the latest first', () => {
  const groups = groupsIn(ANSWER);
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({
    id: 'favourite-7-1',
    newest: '116000000000000003',
    count: 5,
    people: [{ id: '2' }, { id: '1' }],
    status: { id: '7' },
  });
});

test('names two, and counts the others', () => {
  expect(namesIn(aGroup('a', '1'))).toEqual({ name: 'Person 1' });
  const two: Group['people'] = [person('1'), person('2')];
  expect(namesIn(aGroup('a', '1', { people: two, count: 2 }))).toEqual({ name: 'Person 1', other: 'Person 2', others: 0 });
  expect(namesIn(aGroup('a', '1', { people: two, count: 5 }))).toMatchObject({ others: 3 });
});

test('moves a group up to which something came, and leaves the rest in place', () => {
  const next = { maxId: '1' };
  const pages = [
    { items: [aGroup('a', '9'), aGroup('b', '8')], next },
    { items: [aGroup('c', '7'), aGroup('b', '2')], next: null },
  ];
  const grown = aGroup('b', '11', { count: 6 });
  expect(withGroups(pages, [aGroup('new', '12'), grown])).toEqual([
    { items: [aGroup('new', '12'), grown, aGroup('a', '9')], next },
    { items: [aGroup('c', '7')], next: null },
  ]);
  expect(withGroups([], [grown])).toEqual([]);
});

test('takes a group out of a list, and of what is new above it', () => {
  const list = { pages: [{ items: [aGroup('a', '9'), aGroup('b', '8')], next: null }], pageParams: [{}] };
  expect(withoutGroup(list, 'a').pages[0]?.items).toEqual([aGroup('b', '8')]);
  expect(withoutGroup([aGroup('a', '9'), aGroup('c', '10')], 'a')).toEqual([aGroup('c', '10')]);
  expect(withoutGroup(undefined, 'a')).toBeUndefined();
});

test('compares by number what came after', () => {
  expect(newerThan([aGroup('a', '10'), aGroup('b', '9')], '9')).toEqual([aGroup('a', '10')]);
});

test('forgets with somebody what they did alone', () => {
  const both = aGroup('both', '9', { people: [person('1'), person('2')] });
  expect(removeAuthorFrom([aGroup('alone', '8'), both], '1')).toEqual([both]);
});
