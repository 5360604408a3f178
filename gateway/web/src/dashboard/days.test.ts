import { expect, test } from 'vitest';

import { daysIn, monthsUntil } from './days';

const NOW = new Date('2026-03-01T00:30:00Z');

const asked = (query: string) => daysIn(new URLSearchParams(query), NOW);

test('begins with thirty days, and counts today', () => {
  expect(asked('')).toEqual({ from: '2026-01-31', to: '2026-03-01' });
  expect(asked('days=9999')).toEqual(asked(''));
  expect(asked('days=7')).toEqual({ from: '2026-02-23', to: '2026-03-01' });
});

test('takes days that an address names', () => {
  expect(asked('days=7&from=2025-01-01&to=2026-01-01')).toEqual({ from: '2025-01-01', to: '2026-01-01' });
});

test('takes no days that cannot be', () => {
  expect(asked('from=2026-01-02&to=2026-01-01')).toBeUndefined();
  expect(asked('from=2025-01-01&to=2026-01-02')).toBeUndefined();
  expect(asked('from=2026-02-31x&to=2026-03-01')).toBeUndefined();
  expect(asked('from=&to=2026-03-01')).toBeUndefined();
});

test('looks back on six months, over the turn of a year', () => {
  expect(monthsUntil(NOW)).toEqual({ from: '2025-10-01', to: '2026-03-01' });
});
