import { expect, test } from 'vitest';

import { once, pauseOf } from './use-pages';

const NOW = 1_000_000;

test('looks again into what is empty, soon after one has done something and seldom later', () => {
  expect(pauseOf(0, NOW, NOW)).toBe(3_000);
  expect(pauseOf(0, NOW - 59_000, NOW)).toBe(3_000);
  expect(pauseOf(0, NOW - 61_000, NOW)).toBe(30_000);
});

test('leaves alone what has items, or has not come yet', () => {
  expect(pauseOf(1, NOW, NOW)).toBe(false);
  expect(pauseOf(undefined, NOW, NOW)).toBe(false);
});

test('shows what comes on two pages where it stands first', () => {
  const whole = { id: 'a', count: 5 };
  const older = { id: 'a', count: 2 };
  expect(once([whole, { id: 'b', count: 1 }, older])).toEqual([whole, { id: 'b', count: 1 }]);
});
