import { expect, test } from 'vitest';

import { formatOf } from './format';
import { bestLanguage } from './languages';

const NOW = new Date('2026-11-22T12:00:00.000Z');

test('tells how long ago something was', () => {
  const format = formatOf('en');
  expect(format.ago('2026-11-22T11:59:40.000Z', NOW)).toBe('now');
  expect(format.ago('2026-11-22T11:57:00.000Z', NOW)).toBe('3 minutes ago');
  expect(format.ago('2026-11-21T11:00:00.000Z', NOW)).toBe('yesterday');
});

test('gives the date of what is older than a week', () => {
  expect(formatOf('en').ago('2026-03-02T12:00:00.000Z', NOW)).toBe('Mar 2');
  expect(formatOf('en').ago('2024-03-02T12:00:00.000Z', NOW)).toBe('Mar 2, 2024');
});

test('never tells the future of clocks that are ahead', () => {
  expect(formatOf('en').ago('2026-11-22T12:00:05.000Z', NOW)).toBe('now');
});

test('tells how far away something is, to the nearest', () => {
  const format = formatOf('en');
  expect(format.until('2026-11-25T11:47:00.000Z', NOW)).toBe('in 3 days');
  expect(format.until('2026-11-23T11:59:00.000Z', NOW)).toBe('tomorrow');
  expect(format.until('2026-11-22T13:10:00.000Z', NOW)).toBe('in 1 hour');
  expect(format.until('2026-11-22T12:00:10.000Z', NOW)).toBe('in 1 minute');
});

test('strings names together', () => {
  expect(formatOf('en').list(['Ana', 'Tom', 'Mei'])).toBe('Ana, Tom, and Mei');
  expect(formatOf('es').list(['Ana', 'Tom'])).toBe('Ana y Tom');
});

test('speaks Spanish', () => {
  expect(formatOf('es').ago('2026-11-22T09:00:00.000Z', NOW)).toBe('hace 3 horas');
  expect(formatOf('es').language('de')).toBe('alemán');
});

test('writes Arabic with the digits of the catalogue', () => {
  expect(formatOf('ar').ago('2026-11-22T09:00:00.000Z', NOW)).toBe('قبل 3 ساعات');
  expect(formatOf('ar').percent(0.42)).toContain('42');
  expect(formatOf('ar').language('de')).toBe('الألمانية');
});

test('chooses the first language that there is', () => {
  expect(bestLanguage(['fr-FR', 'es-MX', 'en'])).toBe('es');
  expect(bestLanguage(['ar-EG', 'en'])).toBe('ar');
  expect(bestLanguage(['xx'])).toBe('en');
});

test('survives what is no code of a language', () => {
  expect(formatOf('en').language('')).toBe('');
});
