import { beforeEach, expect, test, vi } from 'vitest';

import { rememberWayBack, takeWayBack } from './way-back';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test('leads the same person back, once', () => {
  rememberWayBack({ accountId: '7', path: '/@ada/12?x=1', composing: { text: 'Hello' } });

  expect(takeWayBack('7')).toEqual({ accountId: '7', path: '/@ada/12?x=1', composing: { text: 'Hello' } });
  expect(takeWayBack('7')).toBeNull();
});

test('leads nobody else there', () => {
  rememberWayBack({ accountId: '7', path: '/bookmarks', composing: null });

  expect(takeWayBack('8')).toBeNull();
  expect(takeWayBack('7')).toBeNull();
});
