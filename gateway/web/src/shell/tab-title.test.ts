import { expect, test } from 'vitest';

import { tabTitle } from './tab-title';

test('says how many notifications wait, and nothing where none do', () => {
  expect(tabTitle('', 3, 'ltr')).toBe('(3) Microblog');
  expect(tabTitle('Settings', 12, 'ltr')).toBe('(12) Settings · Microblog');
  expect(tabTitle('Settings', 0, 'ltr')).toBe('Settings · Microblog');
  expect(tabTitle('', 0, 'ltr')).toBe('Microblog');
});

test('keeps a title of the other direction apart', () => {
  expect(tabTitle('Ada', 1, 'rtl')).toBe('(1) \u2068Ada\u2069 · Microblog');
});
