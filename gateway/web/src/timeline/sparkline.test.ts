import { expect, test } from 'vitest';

import { pathOf } from './sparkline';

test('draws from the oldest to the newest, the highest on top', () => {
  expect(pathOf([0, 5, 10], 20, 10)).toBe('M0 10L10 5L20 0');
});

test('draws what never happened along the ground, and one day as a point', () => {
  expect(pathOf([0, 0], 20, 10)).toBe('M0 10L20 10');
  expect(pathOf([3], 20, 10)).toBe('M0 0');
});
