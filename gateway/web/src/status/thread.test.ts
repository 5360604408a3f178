import { expect, test } from 'vitest';

import type { Status } from '../api/types';
import { gapAbove, goesDeeper, joined, restIn, type Thread } from './thread';

const post = (id: string, inReplyToId: string | null, inReplyToAccountId = inReplyToId, repliesCount = 0): Status =>
  ({ id, inReplyToId, inReplyToAccountId, repliesCount }) as Status;

const thread = (ancestors: Status[], descendants: Status[]): Thread => ({
  ancestors,
  descendants,
  above: { id: '1' },
  below: { id: '2', after: '3' },
});

test('reads where the rest of a thread is', () => {
  const next = '<http://a/api/v1/statuses/5/context?limit=60&after=9>; rel="next"';
  expect(restIn(`${next}, <http://a/api/v1/statuses/2/context>; rel="prev"`)).toEqual({
    below: { id: '5', after: '9' },
    above: { id: '2' },
  });
  expect(restIn('<http://a/api/v1/statuses/2/context?limit=60>; rel="prev"').above).toEqual({ id: '2' });
  expect(restIn(null)).toEqual({ above: null, below: null });
});

test('adds a part where it belongs', () => {
  const [a, b, c] = [post('a', null), post('b', 'a'), post('c', 'b')];
  const end: Thread = { ancestors: [a], descendants: [c], above: null, below: null };
  expect(joined(thread([b], []), end, { id: '1' })).toEqual({ ...thread([a, b], []), above: null });
  expect(joined(thread([], [b]), end, { id: '2', after: '3' })).toEqual({ ...thread([], [b, c]), below: null });
});

test('says what is missing above a post', () => {
  expect(gapAbove(post('2', null, 'somebody'), post('1', null))).toBe('deleted');
  expect(gapAbove(post('2', null, 'somebody'), undefined)).toBe('deleted');
  expect(gapAbove(post('3', '2'), post('1', null))).toBe('hidden');
  expect(gapAbove(post('2', '1'), post('1', null))).toBeNull();
  expect(gapAbove(post('2', '1'), undefined)).toBeNull();
  expect(gapAbove(post('1', null), undefined)).toBeNull();
});

test('tells that a thread goes deeper', () => {
  expect(goesDeeper(post('1', null, null, 1), undefined)).toBe(true);
  expect(goesDeeper(post('1', null, null, 1), post('2', '1'))).toBe(false);
  expect(goesDeeper(post('1', null), undefined)).toBe(false);
});
