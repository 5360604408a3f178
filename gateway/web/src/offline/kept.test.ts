import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';

import { dropOldest, forgetAll, forgetSeen, keepFor, keepSeen, letWait, seenLast, waiting } from './kept';

const DAY = 24 * 60 * 60_000;

beforeEach(async () => {
  await forgetAll();
  await keepFor('1');
});

test('keeps what its owner has seen', async () => {
  await keepSeen('1', 'home', ['a post']);
  await keepFor('1');
  expect(await seenLast('home')).toEqual(['a post']);
  expect(await seenLast('explore')).toBeUndefined();
});

test('shows nothing to the next person in the same browser', async () => {
  await keepSeen('1', 'home', ['a post']);
  await letWait({ id: 'a', accountId: '1', at: 0 });
  await keepFor('2');
  expect(await seenLast('home')).toBeUndefined();
  expect(await waiting()).toEqual([]);
});

test('takes nothing from a page whose session is over', async () => {
  await keepSeen('1', 'home', ['a post']);
  await forgetSeen();
  await keepSeen('1', 'home', ['a late answer']);
  expect(await seenLast('home')).toBeUndefined();
  await keepFor('2');
  await keepSeen('1', 'home', ['another tab']);
  expect(await seenLast('home')).toBeUndefined();
});

test('lets what was written wait for a session that has ended by itself', async () => {
  await letWait({ id: 'a', accountId: '1', at: 0 });
  await forgetSeen();
  await keepFor('1');
  expect(await waiting()).toHaveLength(1);
  await forgetAll();
  expect(await waiting()).toEqual([]);
});

test('drops what is old, and of the rest what is too much', async () => {
  await keepSeen('1', 'long ago', {}, 0);
  for (let each = 0; each < 151; each++) {
    await keepSeen('1', `page ${each}`, {}, 15 * DAY + each);
  }
  await dropOldest(15 * DAY + 200);
  expect(await seenLast('long ago')).toBeUndefined();
  expect(await seenLast('page 0')).toBeUndefined();
  expect(await seenLast('page 1')).toEqual({});
  await keepSeen('1', 'still', 'its own');
  expect(await seenLast('still')).toBe('its own');
});

test('gives what waits in the order in which it was done', async () => {
  await letWait({ id: 'a', accountId: '1', at: 2 });
  await letWait({ id: 'b', accountId: '1', at: 1 });
  expect((await waiting()).map(({ id }) => id)).toEqual(['b', 'a']);
});
