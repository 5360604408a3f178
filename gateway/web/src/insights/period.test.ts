import { expect, test } from 'vitest';

import { periodIn } from './period';

const NOW = new Date(2026, 2, 1, 0, 30);

function asked(query: string) {
  const { from, to, by } = periodIn(new URLSearchParams(query), NOW);
  return { from, to, by };
}

test('ends with today by the clock here, and counts today', () => {
  expect(asked('days=7')).toEqual({ from: '2026-02-23', to: '2026-03-01', by: 'day' });
});

test('begins with four weeks, whatever the address says otherwise', () => {
  expect(asked('')).toEqual({ from: '2026-02-02', to: '2026-03-01', by: 'day' });
  expect(asked('days=9999&by=hour')).toEqual(asked(''));
});

test('adds up a year by weeks, unless told otherwise', () => {
  expect(asked('days=365')).toEqual({ from: '2025-03-02', to: '2026-03-01', by: 'week' });
  expect(asked('days=365&by=day').by).toBe('day');
});
