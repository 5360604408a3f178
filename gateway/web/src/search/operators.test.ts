import { expect, test } from 'vitest';

import { operatorsIn, toggled, valueIn, withValue, without } from './operators';
import { step } from './suggestion';

test('reads operators out of a query, and leaves words', () => {
  const found = operatorsIn('tea from:@ana -has:media is:reply "has:poll now" before:2026-03-01 -cake');
  expect(found.map(({ token }) => token)).toEqual(['from:@ana', '-has:media', 'is:reply', 'before:2026-03-01']);
  expect(found[1]).toMatchObject({ name: 'has', value: 'media', negated: true });
});

test('takes what has no sensible value for a word, as the server does', () => {
  for (const word of ['before:yesterday', 'before:2026-13-40', 'has:cake', 'in:here', 'language:german', 'note:x', '-before:2026-03-01']) {
    expect(operatorsIn(word), word).toEqual([]);
  }
});

test('knows operators in capitals', () => {
  expect(valueIn('From:ana', 'from')).toBe('ana');
});

test('writes one value of an operator, whatever stood there', () => {
  expect(withValue('tea language:de pot language:fr', 'language', 'es')).toBe('tea pot language:es');
  expect(withValue('tea language:de', 'language', '')).toBe('tea');
  expect(valueIn('language:de language:fr', 'language')).toBe('fr');
});

test('excludes authors and languages, beside the one that is demanded', () => {
  expect(operatorsIn('tea -from:ana -language:de')).toMatchObject([
    { name: 'from', value: 'ana', negated: true },
    { name: 'language', value: 'de', negated: true },
  ]);
  expect(valueIn('-from:ana', 'from')).toBe('');
  expect(withValue('tea -from:ana from:bo', 'from', 'cy')).toBe('tea -from:ana from:cy');
});

test('puts several of a kind beside each other, and takes one away', () => {
  expect(toggled('tea has:poll', 'has:link')).toBe('tea has:poll has:link');
  expect(toggled('tea has:poll has:link', 'has:poll')).toBe('tea has:link');
  expect(without('"green  tea" is:reply', 'is:reply')).toBe('"green  tea"');
});

test('steps through suggestions and back to the field', () => {
  expect([step(-1, 1, 3), step(0, 1, 3), step(2, 1, 3), step(-1, -1, 3), step(0, -1, 3)]).toEqual([0, 1, -1, 2, -1]);
});
