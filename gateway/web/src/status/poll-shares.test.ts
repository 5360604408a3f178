import { expect, test } from 'vitest';

import type { Poll } from '../api/types';
import { chosenAfter, sharesOf } from './poll-shares';

function aPoll(counts: (number | null)[], more: Partial<Poll> = {}): Poll {
  const options = counts.map((votesCount, index) => ({ title: String(index), votesCount }));
  return { multiple: false, votesCount: counts.reduce<number>((sum, it) => sum + (it ?? 0), 0), options, ...more } as Poll;
}

test('measures votes by all votes, and several a person by the people', () => {
  expect(sharesOf(aPoll([3, 1]))).toEqual([0.75, 0.25]);
  expect(sharesOf(aPoll([2, 2], { multiple: true, votersCount: 2 }))).toEqual([1, 1]);
});

test('measures nothing by nothing', () => {
  expect(sharesOf(aPoll([0, 0]))).toEqual([0, 0]);
  expect(sharesOf(aPoll([null, null]))).toBeNull();
});

test('chooses one, or several', () => {
  expect(chosenAfter([0], 1, false)).toEqual([1]);
  expect(chosenAfter([0], 1, true)).toEqual([0, 1]);
  expect(chosenAfter([0, 1], 0, true)).toEqual([1]);
});
