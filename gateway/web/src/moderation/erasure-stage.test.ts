import { expect, test } from 'vitest';

import type { ErasableAccount } from './casework-api';
import { stageOf } from './erasure-stage';

const ACCOUNT: ErasableAccount = { id: '7', suspended: true, erasedAt: null, erasureRequest: null };
const REQUEST = { accountId: '1', username: 'ada', createdAt: '2026-11-30T10:00:00Z', expiresAt: '2026-12-30T10:00:00Z' };

test('open accounts keep what they hold', () => {
  expect(stageOf({ ...ACCOUNT, suspended: false }, '1')).toBe('none');
});

test('one person asks', () => {
  expect(stageOf(ACCOUNT, '1')).toBe('open');
});

test('another one agrees', () => {
  expect(stageOf({ ...ACCOUNT, erasureRequest: REQUEST }, '1')).toBe('waiting');
  expect(stageOf({ ...ACCOUNT, erasureRequest: REQUEST }, '2')).toBe('asked');
});

test('nothing follows', () => {
  expect(stageOf({ ...ACCOUNT, erasedAt: '2026-11-30T11:00:00Z' }, '1')).toBe('erased');
});
