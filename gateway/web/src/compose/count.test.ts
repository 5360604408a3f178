import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { beginningOf, countCharacters, countPost, isBlank, sizeOf } from './count';

interface Case {
  text: string;
  times?: number;
  warning?: string;
  length: number;
  bytes: number;
}

/** The same that the server's tests count. */
const cases = JSON.parse(
  readFileSync(new URL('../../../../service-kit/text/src/test/resources/post-lengths.json', import.meta.url), 'utf8'),
) as Case[];

test.each(cases)('counts as the server does: %j', ({ text, times = 1, warning = '', length, bytes }) => {
  const whole = text.repeat(times);
  expect(countPost(whole, warning, 'micro.example')).toBe(length);
  expect(sizeOf(whole, warning)).toBe(bytes);
});

test('knows its own host with the port', () => {
  expect(countPost('@alice@localhost:8080 hi', '', 'localhost:8080')).toBe(9);
  expect(countPost('_@alice@LOCALHOST:8080_', '', 'localhost:8080')).toBe(8);
});

test('counts what a reader sees', () => {
  expect(countCharacters('👩‍👩‍👧 e\u0301')).toBe(3);
  expect(beginningOf('👩‍👩‍👧👍🏽e\u0301x', 3)).toBe('👩‍👩‍👧👍🏽e\u0301');
});

test('knows what nobody sees', () => {
  expect(['', ' \n', '\u200B', '\u3164', '\u00A0', '\u2800\uFE0F'].every(isBlank)).toBe(true);
  expect(['a', '👍', '한'].some(isBlank)).toBe(false);
});
