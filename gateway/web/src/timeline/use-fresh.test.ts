import { expect, test, vi } from 'vitest';

import { withNew } from './use-fresh';

vi.mock('../api/client', () => ({ api: {}, onUnauthorized: () => () => {} }));

function ids(...all: string[]): { id: string }[] {
  return all.map((id) => ({ id }));
}

test('keeps what is new in order, each once', () => {
  expect(withNew([], { id: '5' })).toEqual(ids('5'));
  expect(withNew(ids('9', '5'), { id: '10' })).toEqual(ids('10', '9', '5'));
  expect(withNew(ids('9', '5'), { id: '7' })).toEqual(ids('9', '7', '5'));
  expect(withNew(ids('9', '5'), { id: '3' })).toEqual(ids('9', '5', '3'));
  expect(withNew(ids('9', '5'), { id: '9' })).toEqual(ids('9', '5'));
});
