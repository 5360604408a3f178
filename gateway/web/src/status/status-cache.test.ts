import { expect, test } from 'vitest';

import type { Status } from '../api/types';
import { changeIn, removeAuthorFrom, removeFrom } from './status-cache';

function aStatus(id: string, more: Partial<Status> = {}): Status {
  return { id, visibility: 'public', reblogsCount: 0, favourited: false, reblog: null, ...more } as Status;
}

const like = (status: Status): Status => ({ ...status, favourited: true });

test('changes a post in the pages of a list', () => {
  const data = { pages: [{ items: [aStatus('1'), aStatus('2')], next: null }], pageParams: [null] };
  const changed = changeIn(data, '2', like);
  expect(changed.pages[0]?.items.map((it) => it.favourited)).toEqual([false, true]);
});

test('changes a post inside of a boost and of a notification', () => {
  const boost = aStatus('9', { reblog: aStatus('2') });
  expect(changeIn([boost], '2', like)[0]?.reblog?.favourited).toBe(true);
  const notification = { id: '7', type: 'favourite', status: aStatus('2') };
  expect(changeIn(notification, '2', like).status.favourited).toBe(true);
});

test('leaves what does not hold the post as it is', () => {
  const data = { pages: [{ items: [aStatus('1')], next: null }] };
  expect(changeIn(data, '5', like)).toBe(data);
  expect(removeFrom(data, '5')).toBe(data);
});

test('removes a post with its boosts', () => {
  const data = { items: [aStatus('1'), aStatus('9', { reblog: aStatus('2') }), aStatus('2')] };
  expect(removeFrom(data, '2').items.map((it) => it.id)).toEqual(['1']);
});

test('takes out whom one no longer wants to see, with their boosts and what they did', () => {
  const by = (id: string) => ({ account: { id } }) as Partial<Status>;
  const kept = aStatus('3', by('ann'));
  const data = {
    pages: [
      {
        items: [
          aStatus('1', by('max')),
          aStatus('2', { ...by('ann'), reblog: aStatus('1', by('max')) } as Partial<Status>),
          kept,
          { id: '9', type: 'follow', ...by('max') },
        ],
      },
    ],
  };
  expect(removeAuthorFrom(data, 'max').pages[0]?.items).toEqual([kept]);
  expect(removeAuthorFrom(data, 'zoe')).toBe(data);
});
