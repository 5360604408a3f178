import { expect, test } from 'vitest';

import { canRemoveOption, emptyPoll, isBegun, isComplete } from './poll-draft';

function asking(...options: string[]) {
  return { ...emptyPoll(), options };
}

test('begins with room for two answers, open for a day', () => {
  expect(emptyPoll()).toMatchObject({ options: ['', ''], expiresIn: 86_400 });
  expect(isBegun(emptyPoll())).toBe(false);
  expect(isBegun(asking('tea', ''))).toBe(true);
  expect(isBegun(null)).toBe(false);
});

test('is complete with different answers only', () => {
  expect(isComplete(asking('tea', 'coffee'))).toBe(true);
  expect(isComplete(asking('tea', ' '))).toBe(false);
  expect(isComplete(asking('tea', 'tea '))).toBe(false);
});

test('keeps two answers', () => {
  expect(canRemoveOption(asking('a', 'b'))).toBe(false);
  expect(canRemoveOption(asking('a', 'b', 'c'))).toBe(true);
});
