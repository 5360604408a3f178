import { MastoHttpError, MastoTimeoutError } from 'masto';
import { expect, test } from 'vitest';

import { isPassing, isUnreachable, reasonOf } from './errors';

function refusal(statusCode: number): MastoHttpError {
  return new MastoHttpError({ statusCode, message: 'refused' });
}

test('knows a missing answer in the words of each browser', () => {
  expect(isUnreachable(new TypeError('Failed to fetch'))).toBe(true);
  expect(isUnreachable(new TypeError('NetworkError when attempting to fetch resource.'))).toBe(true);
  expect(isUnreachable(new TypeError('Load failed'))).toBe(true);
  expect(isUnreachable(new TypeError('error loading dynamically imported module: /assets/a.js'))).toBe(true);
  expect(isUnreachable(new Error('Unable to preload CSS for /assets/a.css'))).toBe(true);
  expect(isUnreachable(new MastoTimeoutError('Request timed out'))).toBe(true);
});

test('takes no mistake of our own for a missing answer', () => {
  expect(isUnreachable(new TypeError("Cannot read properties of undefined (reading 'id')"))).toBe(false);
  expect(isUnreachable(refusal(503))).toBe(false);
  expect(isPassing(new TypeError('x is not a function'))).toBe(false);
});

test('asks again after outages, not after refusals', () => {
  expect(isPassing(refusal(503))).toBe(true);
  expect(isPassing(refusal(429))).toBe(true);
  expect(isPassing(refusal(404))).toBe(false);
});

test('repeats what a person can mend, and nothing else', () => {
  expect(reasonOf(refusal(422))).toBe('refused');
  expect(reasonOf(refusal(500))).toBeUndefined();
});
