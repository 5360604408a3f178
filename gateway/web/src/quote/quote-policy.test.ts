import { expect, test } from 'vitest';

import type { Status } from '../api/types';
import { isQuotable, mayQuote, policyOf } from './quote-policy';

function approval(automatic: string[], currentUser = 'denied') {
  return { quoteApproval: { automatic, manual: [], currentUser } } as unknown as Status;
}

test('reads whom an author lets quote', () => {
  expect(policyOf(approval(['public']))).toBe('public');
  expect(policyOf(approval(['followers']))).toBe('followers');
  expect(policyOf(approval([]))).toBe('nobody');
  expect(policyOf(approval(['unsupported_policy']))).toBe('nobody');
});

test('lets nobody quote what was seen before posts said who may', () => {
  expect(policyOf({})).toBe('nobody');
  expect(mayQuote({})).toBe(false);
});

test('knows whether the reader may quote', () => {
  expect(mayQuote(approval([], 'automatic'))).toBe(true);
  expect(mayQuote(approval(['followers'], 'denied'))).toBe(false);
  expect(mayQuote(approval([], 'unknown'))).toBe(false);
});

test('what only some may see is not for others to quote', () => {
  expect((['public', 'unlisted', 'private', 'direct'] as const).map((visibility) => isQuotable({ visibility }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
