import { expect, test } from 'vitest';

import { earliest, instantOf, isAhead, localTime, someTimeAhead } from './schedule';

const MINUTE = 60_000;
const NOW = Date.parse('2030-03-31T00:30:20Z');

test('is the same moment by the clock here', () => {
  for (const month of [1, 3, 7, 10]) {
    const moment = Date.UTC(2030, month, 30, 23, 59);
    expect(Date.parse(instantOf(localTime(moment)))).toBe(moment);
  }
});

test('can be chosen from five minutes ahead', () => {
  expect(isAhead(earliest(NOW), NOW)).toBe(true);
  expect(isAhead(localTime(NOW + 4 * MINUTE), NOW)).toBe(false);
  expect(isAhead(someTimeAhead(NOW), NOW)).toBe(true);
  expect(isAhead('', NOW)).toBe(false);
});
