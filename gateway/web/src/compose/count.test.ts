import { expect, test } from 'vitest';

import { countCharacters } from './count';

test('counts what a reader sees', () => {
  expect(countCharacters('')).toBe(0);
  expect(countCharacters('héllo')).toBe(5);
  expect(countCharacters('👩‍👩‍👧 e\u0301')).toBe(3);
});

test('counts every address as 23', () => {
  expect(countCharacters('https://example.org')).toBe(23);
  expect(countCharacters(`see https://example.org/${'a'.repeat(300)} now`)).toBe(4 + 23 + 4);
});

test('leaves punctuation and brackets around an address out of it', () => {
  expect(countCharacters('https://example.org/a.')).toBe(24);
  expect(countCharacters('(https://example.org/a)')).toBe(25);
  expect(countCharacters('https://example.org/a_(b)')).toBe(23);
});

test('counts text that only looks like an address as it is', () => {
  expect(countCharacters('ftp://example.org')).toBe(17);
  expect(countCharacters('xhttps://a.b')).toBe(12);
  expect(countCharacters('http://u@a.b')).toBe(12);
});

test('counts mentions without their host', () => {
  expect(countCharacters('@alice hi')).toBe(9);
  expect(countCharacters('@alice@example.org hi')).toBe(9);
  expect(countCharacters('@alice@localhost:8080 hi')).toBe(9);
});
